package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The primary care provider where a line names it: "PCP Dr. Sample", "Jo Sample, DO (PCP)". */
final class Mentions {
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![\\w(])(?:PCP|(?i:primary care (?:provider|physician)))[:,]?(?: is)?\\s{1,3}");
  private static final Pattern BEHIND =
      Pattern.compile("\\s?\\((?i:PCP|primary care(?: provider| physician)?)\\)");
  private static final Pattern TITLED =
      Pattern.compile("Dr\\.?\\s(?:\\p{Lu}[\\p{L}'\u2019-]{0,24}\\.?\\s?){1,3}+");

  /** In characters: no name is longer. */
  private static final int LONGEST = 60;

  private Mentions() {}

  static void read(Leaf leaf, Draft draft) {
    for (Row row : leaf.sheet().rows()) {
      Span line = leaf.sheet().span(row.start(), row.end());
      Matcher before = BEFORE.matcher(line.text());
      while (before.find()) {
        put(person(line.part(before.end(), line.length())), draft);
      }
      Matcher behind = BEHIND.matcher(line.text());
      if (behind.find()) {
        put(endsWith(line.part(Math.max(0, behind.start() - LONGEST), behind.start())), draft);
      }
    }
  }

  private static void put(Span person, Draft draft) {
    if (person != null && !draft.has("provider.primary.name")) {
      draft.add("provider.primary.name", "provider.primary", person, null, 0.75);
    }
  }

  private static Span person(Span place) {
    Matcher lettered = Names.WITH_CREDENTIAL.matcher(place.text());
    Matcher titled = TITLED.matcher(place.text());
    Matcher found = lettered.lookingAt() ? lettered : titled;
    return found == lettered || titled.lookingAt() ? place.part(0, found.end()).trimmed("") : null;
  }

  private static Span endsWith(Span place) {
    for (Pattern form : new Pattern[] {Names.WITH_CREDENTIAL, TITLED}) {
      Matcher m = form.matcher(place.text());
      while (m.find()) {
        if (m.end() == place.length()) {
          return place.part(m.start(), m.end());
        }
      }
    }
    return null;
  }
}
