package org.openpriorauth.extraction.rules;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/** Codes of diagnoses and services, with the words and numbers beside them. */
final class CodeFields {
  private static final Pattern ICD_DOTTED =
      Pattern.compile(
          "(?<![\\w.-])[A-TV-Z018][0-9OIlBS][0-9A-BOIlS]\\.[0-9A-Z]{1,4}(?![\\w]|\\.\\d)");
  private static final Pattern ICD_BARE =
      Pattern.compile("(?<![\\w.-])[A-TV-Z]\\d[0-9AB](?![\\w.-])");
  private static final Pattern SERVICE =
      Pattern.compile(
          "(?<![\\w.,$#/-])(?:\\d[0-9OIlBS]{3}[0-9OIlBSFTU]|[A-CEGHJ-MP-V][0-9OIlBS]{4})(?![\\w/-]|\\.\\d|,\\d)");
  private static final Pattern SERVICE_WORD =
      Pattern.compile(
          "(?i)\\b(?:cpt|hcpcs|procedure codes?|service codes?|proc(?:edure)? code)\\b");
  private static final Pattern DIAGNOSIS_WORD =
      Pattern.compile("(?i)\\b(?:icd(?:-?10)?|dx|diagnos[ei]s)\\b");
  private static final Pattern UNITS =
      Pattern.compile(
          "(?i)(?:\\b(?:units?|qty|quantity|visits)\\s?[:=]?\\s?(?<a>\\d{1,4})\\b|\\b(?<b>\\d{1,4})\\s(?:billing )?units?\\b|[\\sx\u00d7](?<c>(?<=[x\u00d7]\\s?)\\d{1,3})\\b)");
  private static final Pattern SIDE = Pattern.compile("(?i)\\b(?:right|left|bilateral)\\b");
  private static final Pattern UNSURE =
      Pattern.compile(
          "(?i)\\b(?:vs\\.?|versus|verify|not|instead of)\\s?$|^\\s?(?:vs\\.?|versus)\\b");

  private static final Pattern TICKED =
      Pattern.compile("\\s*+(?:[xX\u2611\u2612\u2713\u2714]|[\\[(]\\s?[xX]\\s?[\\])])\\s*+");
  private static final Pattern URGENCY =
      Pattern.compile(
          "(?i)[,;(]\\s?(?:priority:?\\s)?(routine|standard|urgent|expedited|stat|emergent)\\b");

  /** In characters: how far before a code the word may stand that says what it is. */
  private static final int REACH = 240;

  private CodeFields() {}

  /**
   * @param kind diagnosis or service
   * @param normalized in capitals
   */
  record Code(String kind, Span span, String normalized, List<String> flags) {}

  static void read(Leaf leaf, Draft draft) {
    BitSet tabled = tabled(leaf);
    for (Row row : leaf.sheet().rows()) {
      if (!tabled.get(row.index())) {
        diagnoses(leaf, row, draft);
        services(leaf, row, draft);
      }
    }
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

  private static void diagnoses(Leaf leaf, Row row, Draft draft) {
    String text = leaf.sheet().text();
    Matcher dotted = ICD_DOTTED.matcher(text).region(row.start(), row.end());
    dotted.useTransparentBounds(true);
    while (dotted.find()) {
      Span span = leaf.sheet().span(dotted.start(), dotted.end());
      if (Character.isLetter(text.charAt(dotted.start())) || isMeant(row, span)) {
        diagnosis(leaf, row, span, draft);
      }
    }
    Matcher bare = ICD_BARE.matcher(text).region(row.start(), row.end());
    bare.useTransparentBounds(true);
    while (bare.find()) {
      boolean bracketed =
          bare.start() > 0
              && text.charAt(bare.start() - 1) == '('
              && bare.end() < text.length()
              && ",);".indexOf(text.charAt(bare.end())) >= 0;
      String before = leaf.sheet().span(row.start(), bare.start()).last(REACH).text();
      boolean labelled = DIAGNOSIS_WORD.matcher(before).find();
      boolean part =
          leaf.sections().at(row.index()).equals("assessment") && bare.start() - row.start() < 5;
      if (bracketed || labelled || part) {
        diagnosis(leaf, row, leaf.sheet().span(bare.start(), bare.end()), draft);
      }
    }
  }

  /** A number may be a misread code only where a code is meant to be. */
  private static boolean isMeant(Row row, Span span) {
    Cell cell = row.cells().get(cellOf(row, span));
    String before = span.sheet().span(cell.start(), span.start()).last(REACH).text();
    return isBracketed(span, false) || DIAGNOSIS_WORD.matcher(before).find();
  }

  private static void diagnosis(Leaf leaf, Row row, Span span, Draft draft) {
    Code code = diagnosis(span);
    String read = code.normalized();
    if (!Codes.isIcd10(read) && code.flags().size() < 2) {
      return;
    }
    String assertion = told(leaf, row, span);
    String group = put(code, draft, assertion);
    if (!draft.has("diagnosis.description", group)) {
      Span words = Descriptions.around(leaf.sheet(), row, span);
      draft.add("diagnosis.description", group, words, null, assertion, List.of(), 0.75);
    }
  }

  /** Judged where its words begin: the "without" in a code's name negates no diagnosis. */
  private static String told(Leaf leaf, Row row, Span code) {
    Span words = Descriptions.around(leaf.sheet(), row, code);
    boolean before = words != null && words.start() < code.start();
    return leaf.assertion(before ? words.part(0, Math.min(4, words.end() - words.start())) : code);
  }

  private static Code diagnosis(Span span) {
    String read = span.value().toUpperCase(Locale.ROOT);
    List<String> flags = List.of();
    if (!Codes.isIcd10(read)) {
      String likely = Codes.likelyIcd10(read);
      flags = likely == null ? List.of("form") : List.of("form", "suggest:" + likely);
    }
    return new Code("diagnosis", span, read, flags);
  }

  private static Code service(Span span) {
    String read = span.value().toUpperCase(Locale.ROOT);
    List<String> flags = List.of();
    if (!Codes.isCpt(read) && !Codes.isHcpcs(read)) {
      String likely = Codes.likelyService(read);
      flags = likely == null ? List.of("form") : List.of("form", "suggest:" + likely);
    }
    return new Code("service", span, read, flags);
  }

  /** The code that a cell of a column of codes holds, or null. */
  static Code inColumn(Span cell, String key) {
    Matcher icd = ICD_DOTTED.matcher(cell.text());
    Matcher bare = ICD_BARE.matcher(cell.text());
    Matcher service = SERVICE.matcher(cell.text());
    if (!key.equals("service.code") && icd.find()) {
      return diagnosis(cell.part(icd.start(), icd.end()));
    }
    if (key.equals("diagnosis.code") && bare.find()) {
      return diagnosis(cell.part(bare.start(), bare.end()));
    }
    return !key.equals("diagnosis.code") && service.find()
        ? service(cell.part(service.start(), service.end()))
        : null;
  }

  static String put(Code code, Draft draft, String assertion) {
    String group = draft.group(code.kind(), code.normalized());
    draft.add(
        code.kind() + ".code", group, code.span(), code.normalized(), assertion, code.flags(), 0.9);
    return group;
  }

  private static void services(Leaf leaf, Row row, Draft draft) {
    String text = leaf.sheet().text();
    Matcher m = SERVICE.matcher(text).region(row.start(), row.end());
    m.useTransparentBounds(true);
    while (m.find()) {
      Span span = leaf.sheet().span(m.start(), m.end());
      String before = text.substring(Math.max(row.start(), m.start() - 60), m.start());
      String after = text.substring(m.end(), Math.min(row.end(), m.end() + 12));
      boolean unsure = UNSURE.matcher(before).find() || UNSURE.matcher(after).find();
      Code code = service(span);
      boolean formed = code.flags().isEmpty() || code.flags().size() > 1;
      if (formed && named(leaf, row, span)) {
        String assertion = unsure ? "hypothetical" : serviceAssertion(leaf, row, span);
        String group = put(code, draft, assertion);
        beside(leaf, row, span, group, draft, assertion);
      }
    }
  }

  /** What is ordered is what the request is about: planned it is, and present as an order. */
  private static String serviceAssertion(Leaf leaf, Row row, Span span) {
    String assertion = told(leaf, row, span);
    return assertion.equals("planned") ? "present" : assertion;
  }

  private static boolean named(Leaf leaf, Row row, Span span) {
    int own = cellOf(row, span);
    Cell cell = row.cells().get(own);
    String before = leaf.sheet().span(cell.start(), span.start()).last(REACH).text();
    String section = leaf.section(span);
    boolean listed = section.equals("services") || section.equals("orders");
    boolean marked = TICKED.matcher(before).matches() || isBracketed(span, false);
    if (listed && marked || isBracketed(span, true) || SERVICE_WORD.matcher(before).find()) {
      return true;
    }
    double left = span.tokens().isEmpty() ? 0 : span.tokens().get(0).left();
    for (int r = row.index(); r >= Math.max(0, row.index() - 2); r--) {
      for (Label label : leaf.labels().get(r)) {
        if (label.key().equals("service.code")) {
          boolean above = r < row.index() && Math.abs(label.left() - left) < 0.03;
          if (above || r == row.index() && governs(leaf, label, span)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean governs(Leaf leaf, Label label, Span span) {
    return leaf.pairs().places(label).stream().anyMatch(place -> place.overlaps(span));
  }

  /** A letter code behind the name of what it stands for: "infliximab (J1745)". */
  private static boolean isBracketed(Span span, boolean letterOnly) {
    String text = span.sheet().text();
    boolean letter = Character.isLetter(text.charAt(span.start()));
    return (letter || !letterOnly)
        && span.start() > 0
        && text.charAt(span.start() - 1) == '('
        && span.end() < text.length()
        && text.charAt(span.end()) == ')';
  }

  private static int cellOf(Row row, Span span) {
    int own = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      own = row.cells().get(i).start() <= span.start() ? i : own;
    }
    return own;
  }

  private static void beside(
      Leaf leaf, Row row, Span code, String group, Draft draft, String assertion) {
    Span words =
        draft.has("service.description", group)
            ? null
            : Descriptions.around(leaf.sheet(), row, code);
    draft.add("service.description", group, words, null, assertion, List.of(), 0.7);
    Span line = leaf.sheet().span(row.start(), row.end());
    Matcher units = UNITS.matcher(line.text());
    while (units.find()) {
      for (String name : List.of("a", "b", "c")) {
        if (units.group(name) != null && !draft.has("service.units", group)) {
          Span span = line.part(units.start(name), units.end(name));
          draft.add("service.units", group, span, span.value(), assertion, List.of(), 0.75);
        }
      }
    }
    laterality(words, group, draft, assertion);
    Matcher urgency = URGENCY.matcher(line.text());
    if (assertion.equals("present")
        && urgency.find(Math.min(line.text().length(), code.end() - line.start()))) {
      Span span = line.part(urgency.start(1), urgency.end(1));
      draft.add("order.urgency", "order", span, span.value().toLowerCase(Locale.ROOT), 0.7);
    }
  }

  static void laterality(Span words, String group, Draft draft, String assertion) {
    if (words == null) {
      return;
    }
    Matcher side = SIDE.matcher(words.text());
    if (side.find()) {
      Span span = words.part(side.start(), side.end());
      String word = side.group().toLowerCase(Locale.ROOT);
      draft.add("service.laterality", group, span, word, assertion, List.of(), 0.8);
    }
  }
}
