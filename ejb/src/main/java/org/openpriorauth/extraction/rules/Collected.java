package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.extraction.rules.Labels.Label;

/**
 * The date of measures that do not say their own: their heading's, or the specimen's. Found once
 * for a page, since a page of laboratory values asks for each of them.
 */
final class Collected {
  /** In rows: how far below its heading a value still is of its day. */
  private static final int REACH = 40;

  /** Of each row, null where its heading tells none. */
  private final List<Span> headings = new ArrayList<>();

  private final Span labelled;

  private Collected(Span labelled) {
    this.labelled = labelled;
  }

  static Collected of(Sheet sheet, List<List<Label>> labels, Pairs pairs) {
    Collected collected = new Collected(label(labels, pairs));
    Row heading = null;
    Span date = null;
    for (Row row : sheet.rows()) {
      Span span = sheet.span(row.start(), row.end());
      if (isHeading(row, span.text())) {
        heading = row;
        date = date(span);
      }
      boolean near = heading != null && row.index() - heading.index() <= REACH;
      collected.headings.add(near ? date : null);
    }
    return collected;
  }

  void put(Span value, String group, String assertion, Draft draft) {
    int row = value.sheet().rowAt(value.start());
    Span heading = row < 0 ? null : headings.get(row);
    Span date = heading == null ? labelled : heading;
    if (date != null) {
      String iso = Dates.in(date.text()).get(0).iso();
      draft.add("finding.date", group, date, iso, assertion, List.of(), 0.55);
    }
  }

  /** What opens the part in which a value stands. */
  private static boolean isHeading(Row row, String text) {
    boolean title = row.gap() && text.length() < 90 && text.equals(text.toUpperCase(Locale.ROOT));
    return row.cells().size() == 1 && (title || Sections.headed(text) != null);
  }

  private static Span date(Span heading) {
    List<Dates.Found> dates = Dates.in(heading.text());
    return dates.size() == 1 && heading.text().length() < 90
        ? heading.part(dates.get(0).start(), dates.get(0).end())
        : null;
  }

  private static Span label(List<List<Label>> labels, Pairs pairs) {
    for (List<Label> row : labels) {
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
