package org.openpriorauth.reader.page;

import java.util.Map;

/** Signs of fonts that are pictures: Symbol and Wingdings, as far as charts use them. */
public final class Symbols {
  private static final Map<Integer, Character> KNOWN =
      Map.ofEntries(
          Map.entry(0xb7, '\u2022'),
          Map.entry(0xa7, '\u25aa'),
          Map.entry(0xd8, '\u2023'),
          Map.entry(0x6f, '\u2610'),
          Map.entry(0x71, '\u2610'),
          Map.entry(0xa8, '\u2610'),
          Map.entry(0x72, '\u2610'),
          Map.entry(0xfd, '\u2612'),
          Map.entry(0x78, '\u2612'),
          Map.entry(0xfe, '\u2611'),
          Map.entry(0x52, '\u2611'),
          Map.entry(0xfc, '\u2713'),
          Map.entry(0xfb, '\u2717'));

  private static final Map<Integer, Character> GREEK =
      Map.ofEntries(
          Map.entry(0x61, '\u03b1'),
          Map.entry(0x62, '\u03b2'),
          Map.entry(0x67, '\u03b3'),
          Map.entry(0x64, '\u03b4'),
          Map.entry(0x6d, '\u00b5'),
          Map.entry(0x44, '\u0394'),
          Map.entry(0xa3, '\u2264'),
          Map.entry(0xb3, '\u2265'),
          Map.entry(0xb1, '\u00b1'),
          Map.entry(0xb0, '\u00b0'),
          Map.entry(0xb4, '\u00d7'),
          Map.entry(0xb7, '\u2022'),
          Map.entry(0xae, '\u2192'),
          Map.entry(0xac, '\u2190'),
          Map.entry(0xad, '\u2191'),
          Map.entry(0xaf, '\u2193'));

  /** Wingdings 2 has its ticks elsewhere. */
  private static final Map<Integer, Character> SECOND =
      Map.of(
          0x4f, '\u2717',
          0x50, '\u2713',
          0x51, '\u2612',
          0x52, '\u2611',
          0x53, '\u2612',
          0x54, '\u2612',
          0xa3, '\u2610',
          0x2a, '\u2610');

  private Symbols() {}

  /**
   * The character that is seen.
   *
   * @param code in the font, also where it is moved to F000 and above
   */
  public static char of(String font, int code) {
    int low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
    if (low > 0xff || low < 0x20) {
      return (char) code;
    }
    boolean greek = font.equalsIgnoreCase("Symbol");
    boolean second = font.endsWith("Wingdings 2") || font.endsWith("Wingdings2");
    Character known = (greek ? GREEK : second ? SECOND : KNOWN).get(low);
    if (known != null) {
      return known;
    }
    // Letters and digits of Symbol are where everybody has them.
    return greek && low < 0x7f && !Character.isLetter(low) ? (char) low : '\u25aa';
  }
}
