package org.openpriorauth.extraction.rules;

import java.util.regex.Pattern;

/**
 * The line that a fax machine prints over a page: when it came, from where and which page of how
 * many. It is no part of the document.
 */
final class Transmission {
  private static final Pattern TIME = Pattern.compile("\\b\\d{1,2}\\s?[:.]\\s?\\d\\d\\b");
  private static final Pattern DAY =
      Pattern.compile(
          "\\b\\d{1,4}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{2,4}\\b|\\b[A-Z][a-z]{2}[ .-]{1,2}\\d{1,2}\\b");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)\\bP{1,2}(?:g|age)?[.,:]{0,2}\\s?[\\dOo]{1,4}\\s?(?:/|of)\\s?[\\dOo]{1,4}"
              + "|[@\u24c2]?\\b\\d{3,4}\\s?/\\s?\\d{3,4}\\b|\\bP(?:age)?[.,:]\\s?\\d{1,4}\\s*$");
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)\\b(?:from|to|fax|tel|id|rcvd|received|csid)\\b|\\d{10}|\\d{3}[ -]\\d{4}");

  private Transmission() {}

  /** Such a line has a day, a time and a page at least, or two of them beside its line. */
  static boolean is(String row) {
    if (row.length() > 160 || !TIME.matcher(row).find() || !PAGE.matcher(row).find()) {
      return false;
    }
    return DAY.matcher(row).find() && LINE.matcher(row).find();
  }
}
