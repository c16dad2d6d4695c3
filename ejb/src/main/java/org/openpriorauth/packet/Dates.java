package org.openpriorauth.packet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as charts write them, American order where only figures stand. */
final class Dates {
  private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
  private static final String NAME = "\\b(" + MONTHS + ")[a-z]*\\.?";
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\b(?<iy>\\d{4})-(?<im>\\d{1,2})-(?<id>\\d{1,2})\\b"
              + "|\\b(?<um>\\d{1,2})[/-](?<ud>\\d{1,2})[/-](?<uy>\\d{4}|\\d{2})\\b"
              + "|\\b(?<dd>\\d{1,2})\\s+(?<dm>"
              + NAME
              + "),?\\s+(?<dy>\\d{4})\\b"
              + "|(?<nm>"
              + NAME
              + ")\\s+(?<nd>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<ny>\\d{4})\\b"
              + "|(?<mm>"
              + NAME
              + "),?\\s+(?<my>\\d{4})\\b");

  private Dates() {}

  /** Puts each date into the tokens and gives the text back without it. */
  static String take(String text, Set<String> tokens) {
    return DATE.matcher(text)
        .replaceAll(
            m -> {
              String date = read((Matcher) m);
              if (date == null) {
                return Matcher.quoteReplacement(m.group());
              }
              tokens.add(date);
              if (date.length() > 7) {
                tokens.add(date.substring(0, 7));
              }
              return " ";
            });
  }

  private static String read(Matcher m) {
    if (m.group("iy") != null) {
      return date(m.group("iy"), number(m.group("im")), m.group("id"));
    }
    if (m.group("uy") != null) {
      String year = m.group("uy").length() == 2 ? "20" + m.group("uy") : m.group("uy");
      return date(year, number(m.group("um")), m.group("ud"));
    }
    if (m.group("dy") != null) {
      return date(m.group("dy"), month(m.group("dm")), m.group("dd"));
    }
    if (m.group("ny") != null) {
      return date(m.group("ny"), month(m.group("nm")), m.group("nd"));
    }
    return String.format(Locale.ROOT, "%s-%02d", m.group("my"), month(m.group("mm")));
  }

  private static String date(String year, int month, String day) {
    try {
      return LocalDate.of(number(year), month, number(day)).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 4 + 1;
  }
}
