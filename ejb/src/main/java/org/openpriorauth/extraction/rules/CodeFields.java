package org.openpriorauth.extraction.rules;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of diagnoses and services, with the words and numbers beside them. */
final class CodeFields {
  private static final Pattern SIDE = Pattern.compile("(?i)\\b(?:right|left|bilateral)\\b");

  private static final Pattern MODIFIER = Pattern.compile("^\\s?-?\\s?(LT|RT)\\b");

  private CodeFields() {}

  /**
   * @param kind diagnosis or service
   * @param normalized in capitals, and mended where one character was plainly misread
   */
  record Code(String kind, Span span, String normalized, List<String> flags) {}

  static void read(Leaf leaf, Draft draft) {
    BitSet tabled = tabled(leaf);
    for (Row row : leaf.sheet().rows()) {
      if (!tabled.get(row.index())) {
        DiagnosisFields.read(leaf, row, draft);
        ServiceFields.read(leaf, row, draft);
      }
    }
    Named.read(leaf, draft);
    Named.labelled(leaf, draft);
    Named.dates(leaf, draft);
    Urgency.read(leaf, draft);
  }

  /** The rows that hold a table's values. */
  private static BitSet tabled(Leaf leaf) {
    BitSet rows = new BitSet();
    leaf.tables().stream()
        .flatMap(t -> t.records().stream())
        .flatMap(r -> r.values().stream())
        .filter(s -> !s.isEmpty())
        .forEach(s -> rows.set(leaf.sheet().rowAt(s.start()), leaf.sheet().rowAt(s.end() - 1) + 1));
    return rows;
  }

  /** The code that a cell of a column of codes holds, or null. */
  static Code inColumn(Span cell, String key) {
    Code diagnosis =
        key.equals("service.code")
            ? null
            : DiagnosisFields.inColumn(cell, key.equals("diagnosis.code"));
    if (diagnosis != null || key.equals("diagnosis.code")) {
      return diagnosis;
    }
    return ServiceFields.inColumn(cell);
  }

  static String put(Code code, Draft draft, String assertion) {
    String group = draft.group(code.kind(), code.normalized());
    draft.add(
        code.kind() + ".code", group, code.span(), code.normalized(), assertion, code.flags(), 0.9);
    return group;
  }

  static void laterality(Span words, String group, Draft draft, String assertion) {
    if (words == null) {
      return;
    }
    Matcher side = SIDE.matcher(words.text());
    if (side.find()) {
      Span span = words.part(side.start(), side.end());
      draft.add("service.laterality", group, span, side(span), assertion, List.of(), 0.8);
    }
  }

  /** The side that a modifier behind a code tells: "73221 RT". */
  static void modifier(Span cell, Code code, String group, Draft draft) {
    Span after = cell.sheet().span(code.span().end(), cell.end());
    Matcher side = MODIFIER.matcher(after.text());
    if (side.find() && !draft.has("service.laterality", group)) {
      Span span = after.part(side.start(1), side.end(1));
      draft.add("service.laterality", group, span, side(span), 0.8);
    }
  }

  static String side(Span word) {
    String lower = word.value().toLowerCase(Locale.ROOT);
    return lower.startsWith("r") ? "right" : lower.startsWith("l") ? "left" : "bilateral";
  }
}
