package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/** A patient's name without a label, beside the birth date or record number; and sex in words. */
final class Banner {
  private static final Pattern SEX_IN_WORDS =
      Pattern.compile(
          "(?i)\\b\\d{1,3}[\\s-]{0,2}(?:y\\.?/?o\\.?|year[\\s-]old|yr[\\s-]old|years[\\s-]old)"
              + "\\s(?:[\\w-]{1,15}\\s){0,3}?(female|male|woman|man)\\b");

  private static final Pattern BORN_AND_SEX =
      Pattern.compile("(?i)(?<born>[\\d/.-]{6,10})[ ,/|(]{1,3}(?<sex>female|male|f|m)\\)?.{0,20}");

  /** In rows: how far down a page its patient is named. */
  private static final int HEAD = 6;

  /** Of one row: a banner that repeats them is none. */
  private static final int MOST_NUMBERS = 4;

  private Banner() {}

  static void read(Leaf leaf, Draft draft) {
    if (!draft.has("patient.name")) {
      nameless(leaf, draft);
    }
    if (!draft.has("patient.sex")) {
      for (Span sentence : leaf.sentences()) {
        Matcher m = SEX_IN_WORDS.matcher(sentence.text());
        if (m.find() && leaf.assertion(sentence.part(m.start(1), m.end(1))).equals("present")) {
          char first = Character.toLowerCase(m.group(1).charAt(0));
          String sex = first == 'f' || first == 'w' ? "female" : "male";
          draft.add("patient.sex", "patient", sentence.part(m.start(1), m.end(1)), sex, 0.8);
          return;
        }
      }
    }
  }

  private static void nameless(Leaf leaf, Draft draft) {
    Span name = name(leaf);
    if (name != null) {
      draft.add("patient.name", "patient", name, null, 0.75);
    } else {
      terse(leaf, draft);
    }
  }

  /** Two lines without a label: "Sample, Jane", and below "4/5/1971 female". */
  private static void terse(Leaf leaf, Draft draft) {
    List<Row> rows = leaf.sheet().rows();
    for (int r = 1; r < Math.min(HEAD, rows.size()); r++) {
      Span line = leaf.sheet().span(rows.get(r).cells().get(0));
      Matcher sex = BORN_AND_SEX.matcher(line.text());
      Span above = leaf.sheet().span(rows.get(r - 1).cells().get(0));
      Span name = sex.matches() ? Names.person(above) : null;
      Shapes.Value born =
          name == null
              ? null
              : Shapes.take("birth_date", line.part(sex.start("born"), sex.end("born")));
      if (born != null && above.text().indexOf(',') > 0) {
        draft.add("patient.name", "patient", name, null, 0.75);
        draft.add("patient.birth_date", "patient", born.span(), born.normalized(), 0.75);
        Shapes.Value said = Shapes.take("sex", line.part(sex.start("sex"), sex.end("sex")));
        draft.add("patient.sex", "patient", said.span(), said.normalized(), 0.75);
        return;
      }
    }
  }

  /**
   * The name on the line of the birth date or the record number, or on the line before; or null.
   */
  static Span name(Leaf leaf) {
    for (List<Label> row : leaf.labels()) {
      for (Label label : row.stream().filter(Banner::isNumber).limit(MOST_NUMBERS).toList()) {
        for (int r = label.row(); r >= Math.max(0, label.row() - 1); r--) {
          Span name = inRow(leaf, leaf.sheet().rows().get(r), label);
          if (name != null) {
            return name;
          }
        }
      }
    }
    return null;
  }

  private static boolean isNumber(Label label) {
    return label.kind().equals("birth_date") || label.kind().equals("mrn");
  }

  private static Span inRow(Leaf leaf, Row row, Label label) {
    List<Cell> nearestFirst = new ArrayList<>(row.cells());
    if (row.index() == label.row()) {
      Collections.reverse(nearestFirst);
    } else {
      nearestFirst.sort(Comparator.comparingDouble(c -> Math.abs(c.left() - label.left())));
    }
    for (Cell cell : nearestFirst) {
      int end = row.index() == label.row() ? Math.min(cell.end(), label.start()) : cell.end();
      boolean labelled =
          leaf.labels().get(row.index()).stream()
              .anyMatch(l -> l.start() >= cell.start() && l.start() < end);
      if (cell.start() < end && !labelled) {
        Span span = leaf.sheet().span(cell.start(), end);
        Span name = Names.person(span);
        boolean credential = Names.WITH_CREDENTIAL.matcher(span.text()).find();
        boolean certain = span.text().indexOf(',') > 0 || row.index() == label.row();
        if (name != null && !credential && certain && !Letterhead.isHouseOrTitle(name)) {
          return name;
        }
      }
    }
    return null;
  }
}
