package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Seen by Ann Sample, MD at Sample Clinic on Oct 16, 2026": who, where and when in one line. */
final class Visits {
  private static final Pattern VISIT =
      Pattern.compile("(?i)(?:seen|evaluated|examined|visit(?:ed)?|appointment) (?:by|with) ");

  private static final Pattern PLACE = Pattern.compile("(?i) at (?=\\p{Lu})");
  private static final Pattern DAY = Pattern.compile("(?i) on ");

  private Visits() {}

  static void read(Leaf leaf, Draft author, Draft dates, Draft draft) {
    for (Row row : leaf.sheet().rows()) {
      Span line = leaf.sheet().span(row.start(), row.end());
      Matcher visit = VISIT.matcher(line.text());
      if (visit.lookingAt()) {
        read(line.part(visit.end(), line.length()), author, dates, draft);
      }
    }
  }

  private static void read(Span rest, Draft author, Draft dates, Draft draft) {
    Matcher name = Names.WITH_CREDENTIAL.matcher(rest.text());
    if (!name.lookingAt()) {
      return;
    }
    author.add("name", "author", rest.part(0, name.end()), null, 0.85);
    Span after = rest.part(name.end(), rest.length());
    Matcher day = DAY.matcher(after.text());
    int end = after.length();
    if (day.find()) {
      Shapes.Value date = Closings.date(after.part(day.end(), after.length()));
      if (date != null) {
        dates.add("date", "document", date.span(), date.normalized(), 0.85);
        end = day.start();
      }
    }
    Matcher place = PLACE.matcher(after.text());
    Span house =
        place.lookingAt() && place.end() < end ? Names.house(after.part(place.end(), end)) : null;
    if (house != null && !draft.has("facility.name")) {
      draft.add("facility.name", "facility", house, null, 0.8);
    }
  }
}
