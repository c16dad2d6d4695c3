package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who stands under a letter or a report: a name by itself, with a date or a title beside it. */
final class Closings {
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many)? ?(?:regards|thanks|wishes)"
              + "|(?:yours )?(?:sincerely|respectfully|truly|faithfully|cordially)(?: yours)?"
              + "|respectfully submitted|thank you)[,.]?");
  private static final Pattern GREETING =
      Pattern.compile("(?i)dear\\s.{1,60}[,:]?|to whom it may concern[,:]?");
  private static final Pattern NPI = Pattern.compile("(?i)NPI\\s?[:#]?\\s?(\\d{10})\\b");
  private static final Pattern LEAD = Pattern.compile("(?i)(?:on|date|dated|as of)[: ]\\s?");

  /** In rows: a name stands so far below its closing. */
  private static final int REACH = 4;

  private Closings() {}

  /** Whether the page has a letter's greeting. */
  static boolean read(Leaf leaf, Draft author, Draft dates) {
    List<Row> rows = leaf.sheet().rows();
    boolean letter = false;
    int closed = -REACH - 1;
    for (Row row : rows) {
      String text = leaf.sheet().span(row.start(), row.end()).value();
      letter |= GREETING.matcher(text).matches();
      closed = CLOSING.matcher(text).matches() ? row.index() : closed;
      boolean below = row.index() - closed <= REACH;
      if (below || row.index() * 2 > rows.size()) {
        name(leaf, row, below ? 0.9 : 0.7, author, dates);
      }
    }
    return letter;
  }

  private static void name(Leaf leaf, Row row, double strength, Draft author, Draft dates) {
    Span first = leaf.sheet().span(row.cells().get(0));
    Matcher name = Names.WITH_CREDENTIAL.matcher(first.text());
    boolean labelled = !leaf.labels().get(row.index()).isEmpty();
    if (labelled || !name.lookingAt() || !endsAt(first, name.end())) {
      return;
    }
    Shapes.Value date = null;
    if (row.cells().size() > 1) {
      date = date(leaf.sheet().span(row.cells().get(1)));
      if (date == null || row.cells().size() > 2) {
        return;
      }
    }
    author.add("name", "author", first.part(0, name.end()), null, strength);
    if (date != null) {
      dates.add("date", "document", date.span(), date.normalized(), 0.55);
    }
    if (row.index() + 1 < leaf.sheet().rows().size()) {
      npi(leaf.sheet().span(leaf.sheet().rows().get(row.index() + 1).cells().get(0)), author);
    }
  }

  /** Nothing stands behind a name but the house that it is of. */
  private static boolean endsAt(Span line, int end) {
    Span rest = line.part(end, line.length());
    boolean house = rest.text().startsWith(",") && Letterhead.isHouseOrTitle(rest);
    return rest.text().isBlank() || house && Names.house(rest.trimmed(", ")) != null;
  }

  private static void npi(Span under, Draft author) {
    Matcher npi = NPI.matcher(under.text());
    if (npi.lookingAt()) {
      List<String> flags = Codes.isNpi(npi.group(1)) ? List.of() : List.of("check_digit");
      Span span = under.part(npi.start(1), npi.end(1));
      author.add("npi", "author", span, npi.group(1), "present", flags, 0.85);
    }
  }

  /** The date that a place is, and nothing else; or null. */
  static Shapes.Value date(Span place) {
    Span clean = place.trimmed(",;:()");
    Matcher lead = LEAD.matcher(clean.text());
    Span rest = lead.lookingAt() ? clean.part(lead.end(), clean.length()) : clean;
    List<Dates.Found> dates = Dates.in(rest.text());
    boolean whole =
        dates.size() == 1
            && dates.get(0).hasDay()
            && dates.get(0).start() == 0
            && dates.get(0).end() == rest.length();
    return whole ? new Shapes.Value(rest, dates.get(0).iso()) : null;
  }
}
