package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something went on: "8 weeks", "six-month", "168 DAYS". */
final class Durations {
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12));
  private static final Pattern DURATION =
      Pattern.compile(
          "(?<![\\w./-])(?<n>\\d{1,4}(?:\\.\\d)?+|one|two|three|four|five|six|seven|eight|nine|ten"
              + "|twelve)\\+?+[\\s-]{0,2}(?<to>(?:to|-|\u2013)[\\s-]{0,2}\\d{1,3}[\\s-]{0,2})?+"
              + "(?:full\\s|consecutive\\s)?+"
              + "(?<u>days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)(?![\\w/])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_LONG =
      Pattern.compile(
          "(?i)\\b(?:every|each|q|(?:with)?in(?:\\sthe)?(?:\\s(?:last|past|next))?|next|per|age|aged|another)\\s?$");

  private Durations() {}

  /**
   * @param iso ISO 8601 period, e.g. P8W; null for a range
   */
  record Found(int start, int end, String iso) {}

  /** Every duration in a text; no ages ("55 y"), no frequencies ("2x/week"). */
  static List<Found> in(CharSequence text) {
    List<Found> found = new ArrayList<>();
    Matcher m = DURATION.matcher(text);
    while (m.find()) {
      String unit = m.group("u").toLowerCase(Locale.ROOT);
      // A lone letter is too often something else.
      if (unit.length() > 1 && !isAge(text, m.end()) && !isRepeated(text, m.start())) {
        found.add(new Found(m.start(), m.end(), iso(m, unit)));
      }
    }
    return found;
  }

  private static String iso(Matcher m, String unit) {
    String n = m.group("n").toLowerCase(Locale.ROOT);
    if (m.group("to") != null || n.contains(".")) {
      return null;
    }
    int count = WORDS.containsKey(n) ? WORDS.get(n) : Integer.parseInt(n);
    return "P" + count + Character.toUpperCase(unit.charAt(0));
  }

  /** "every 2 weeks", "in the last 12 months": how often, or when, but not how long. */
  private static boolean isRepeated(CharSequence text, int start) {
    CharSequence before = text.subSequence(Math.max(0, start - 16), start);
    return NOT_LONG.matcher(before).find();
  }

  private static boolean isAge(CharSequence text, int end) {
    String after = text.subSequence(end, Math.min(text.length(), end + 8)).toString();
    return after.toLowerCase(Locale.ROOT).matches("(?s)[\\s.-]{0,2}(old|o\\b|ago|prior|earlier).*");
  }
}
