package org.openpriorauth.extraction.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calendar dates as charts write them, months first where only numbers stand (US). */
final class Dates {
  private static final String MONTH =
      "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
          + "(?:ruary|uary|ch|il|ust|tember|ember|ober|t|e|y)?+\\.?+";
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\w./-])(?:"
              + "(?<y1>(?:19|20)\\d\\d)(?<s1>[-/.])(?<m1>\\d{1,2})\\k<s1>(?<d1>\\d{1,2})"
              + "|(?<m2>\\d{1,2})[/.-](?<d2>\\d{1,2})[/.-](?<y2>(?:19|20)\\d\\d|\\d\\d)"
              + "|(?<d3>\\d{1,2})[ -](?<m3>MONTH)[ ,-]{1,2}(?<y3>(?:19|20)\\d\\d|\\d\\d)"
                  .replace("MONTH", MONTH)
              + "|(?<m4>MONTH)\\s(?<d4>\\d{1,2})(?:st|nd|rd|th)?+,?+\\s(?<y4>(?:19|20)\\d\\d)"
                  .replace("MONTH", MONTH)
              + "|(?<m5>MONTH)[ -](?<y5>(?:19|20)\\d\\d)".replace("MONTH", MONTH)
              + "|(?<m6>\\d{1,2})/(?<y6>(?:19|20)\\d\\d)"
              + ")(?![\\w/]|[.-]\\d)",
          Pattern.CASE_INSENSITIVE);

  /** Two digits of a year up to this stand for the two thousands. */
  private static final int LAST_YEAR_OF_CENTURY = 49;

  private Dates() {}

  /**
   * @param iso ISO 8601, year and month only where the day is not said
   */
  record Found(int start, int end, String iso) {
    boolean hasDay() {
      return iso.length() == 10;
    }
  }

  /** Every date in a text that the calendar knows. */
  static List<Found> in(CharSequence text) {
    List<Found> found = new ArrayList<>();
    Matcher m = DATE.matcher(text);
    while (m.find()) {
      String iso = iso(m);
      if (iso != null) {
        found.add(new Found(m.start(), m.end(), iso));
      }
    }
    return found;
  }

  private static String iso(Matcher m) {
    for (int i = 1; i <= 4; i++) {
      if (m.group("y" + i) != null) {
        return day(m.group("y" + i), m.group("m" + i), m.group("d" + i));
      }
    }
    int form = m.group("y5") != null ? 5 : 6;
    int month = month(m.group("m" + form));
    return month < 1 || month > 12
        ? null
        : String.format(Locale.ROOT, "%s-%02d", m.group("y" + form), month);
  }

  private static String day(String year, String month, String day) {
    int y = Integer.parseInt(year);
    if (year.length() == 2) {
      y += y > LAST_YEAR_OF_CENTURY ? 1900 : 2000;
    }
    try {
      return LocalDate.of(y, month(month), Integer.parseInt(day)).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int month(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    String names = "janfebmaraprmayjunjulaugsepoctnovdec";
    return names.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
  }
}
