package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.Locale;
import org.openpriorauth.extraction.rules.Labels.Label;

/** The date of measures that do not say their own: their heading's, or the specimen's. */
final class Collected {
  private static final int REACH = 40;

  private Collected() {}

  static void put(Leaf leaf, Span value, String group, String assertion, Draft draft) {
    Span date = heading(leaf, value);
    date = date == null ? label(leaf) : date;
    if (date != null) {
      String iso = Dates.in(date.text()).get(0).iso();
      draft.add("finding.date", group, date, iso, assertion, List.of(), 0.55);
    }
  }

  /** Of the heading that opened the part in which a value stands. */
  private static Span heading(Leaf leaf, Span value) {
    int row = leaf.sheet().rowAt(value.start());
    for (int r = row; r >= Math.max(0, row - REACH); r--) {
      Row line = leaf.sheet().rows().get(r);
      Span span = leaf.sheet().span(line.start(), line.end());
      String headed = line.cells().size() > 1 ? null : Sections.headed(span.text());
      if (headed != null || line.gap() && line.cells().size() == 1 && isTitle(span.text())) {
        List<Dates.Found> dates = Dates.in(span.text());
        return dates.size() == 1 && span.text().length() < 90
            ? span.part(dates.get(0).start(), dates.get(0).end())
            : null;
      }
    }
    return null;
  }

  private static boolean isTitle(String text) {
    return text.length() < 90 && text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static Span label(Leaf leaf) {
    Pairs pairs = new Pairs(leaf.sheet(), leaf.labels());
    for (List<Label> row : leaf.labels()) {
      for (Label label : row) {
        if (label.key().equals("finding.date")) {
          for (Span place : pairs.places(label)) {
            Shapes.Value value = Shapes.take("date", place);
            if (value != null) {
              return value.span();
            }
          }
        }
      }
    }
    return null;
  }
}
