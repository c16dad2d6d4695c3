package org.openpriorauth.evaluation.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as American charts write it, in ISO 8601; a month where no day is said. */
final class Day {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String NAMED = "(?<name>[a-z]{3})[a-z]{0,9}+\\.?+";
  private static final String YEAR = "(?<y>\\d{4}|\\d{2})";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?<y>\\d{4})-(?<m>\\d{1,2})(?:-(?<d>\\d{1,2}))?(?:t.*)?"),
          Pattern.compile("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})"),
          Pattern.compile("(?<m>\\d{1,2})[/.-](?<d>\\d{1,2})[/.-]" + YEAR + ".*"),
          Pattern.compile("(?<m>\\d{1,2}) (?<d>\\d{1,2}) " + YEAR),
          Pattern.compile("(?<m>\\d{1,2})[/.-](?<y>\\d{4})"),
          Pattern.compile(
              "(?:[a-z]{3,9}+, )?+" + NAMED + " (?<d>\\d{1,2})(?:st|nd|rd|th)?,? " + YEAR + ".*"),
          Pattern.compile("(?<d>\\d{1,2})(?:st|nd|rd|th)?[ -]" + NAMED + "[, -]+" + YEAR + ".*"),
          Pattern.compile(NAMED + ",? (?<y>\\d{4})"));

  private Day() {}

  /**
   * @param low in small letters
   * @return the text itself if it is no date
   */
  static String of(String low) {
    for (Pattern form : FORMS) {
      Matcher day = form.matcher(low);
      if (day.matches()) {
        String iso = iso(day);
        if (iso != null) {
          return iso;
        }
      }
    }
    return low;
  }

  private static String iso(Matcher said) {
    int month = month(said);
    int year = year(part(said, "y"));
    String day = part(said, "d");
    try {
      LocalDate first = LocalDate.of(year, month, 1);
      return day == null
          ? first.toString().substring(0, 7)
          : first.withDayOfMonth(Integer.parseInt(day)).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int month(Matcher said) {
    String name = part(said, "name");
    return name == null ? Integer.parseInt(part(said, "m")) : MONTHS.indexOf(name) + 1;
  }

  /** Nobody's chart is of a day that is ten years ahead. */
  private static int year(String said) {
    int year = Integer.parseInt(said);
    if (said.length() > 2) {
      return year;
    }
    int horizon = LocalDate.now(java.time.ZoneOffset.UTC).getYear() + 10;
    return 2000 + year > horizon ? 1900 + year : 2000 + year;
  }

  /** Null where the form has no such part. */
  private static String part(Matcher said, String name) {
    try {
      return said.group(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
