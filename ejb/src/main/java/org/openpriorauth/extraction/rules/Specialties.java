package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The specialty behind a provider's name, or in brackets under it. */
final class Specialties {
  private static final Phrases KNOWN = Phrases.load("specialties.txt");
  private static final Pattern BRACKET = Pattern.compile("^[\\s,(\u2013\u2014-]{0,4}");
  private static final int REACH = 60;

  private Specialties() {}

  static Shapes.Value behind(Span name) {
    Sheet sheet = name.sheet();
    int rowIndex = sheet.rowAt(name.start());
    if (rowIndex < 0) {
      return null;
    }
    Row row = sheet.rows().get(rowIndex);
    Shapes.Value same = at(sheet.span(name.end(), Math.min(row.end(), name.end() + REACH)));
    if (same != null || rowIndex + 1 >= sheet.rows().size() || name.tokens().isEmpty()) {
      return same;
    }
    double left = name.tokens().get(0).left();
    for (Cell cell : sheet.rows().get(rowIndex + 1).cells()) {
      Span under = sheet.span(cell);
      if (under.text().startsWith("(") && Math.abs(cell.left() - left) < 0.02) {
        return at(under);
      }
    }
    return null;
  }

  private static Shapes.Value at(Span place) {
    if (place.start() >= place.end()) {
      return null;
    }
    List<Phrases.Hit> hits = KNOWN.in(place.sheet(), place.start(), place.end());
    Matcher lead = BRACKET.matcher(place.text());
    boolean head =
        lead.find() && !hits.isEmpty() && hits.get(0).start() <= place.start() + lead.end();
    return head
        ? new Shapes.Value(place.sheet().span(hits.get(0).start(), hits.get(0).end()), null)
        : null;
  }
}
