package org.openpriorauth.extraction.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/** Forms and check digits of code numbers. Form only: no code set is needed for it. */
final class Codes {
  private static final Pattern ICD =
      Pattern.compile(
          "(?!.{7}\\d$|V\\d\\d\\.\\d{1,2}$)(?:[A-TV-Z]\\d|U0)[0-9AB](?:\\.?+[0-9A-HJ-NP-RT-Z]{1,3}[0-9A-HJ-NP-Z]?+)?+|(?:O\\d\\d|M1A|H40)\\.\\d{4}");
  private static final Pattern CPT = Pattern.compile("(?:0[01]|[1-9]\\d)\\d{3}|\\d{4}[FTUM]");
  private static final Pattern HCPCS = Pattern.compile("[A-CEGHJ-MP-V]\\d{4}");

  private Codes() {}

  /**
   * Letter, digit, digit or A or B, then up to four behind the point. The last of seven is a letter
   * except in a few chapters.
   */
  static boolean isIcd10(String code) {
    return ICD.matcher(code).matches();
  }

  static boolean isCpt(String code) {
    return CPT.matcher(code).matches();
  }

  static boolean isHcpcs(String code) {
    return HCPCS.matcher(code).matches();
  }

  /** Ten digits that check with the prefix for health care in the United States, 80840. */
  static boolean isNpi(String digits) {
    if (digits.length() != 10 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    String all = "80840" + digits;
    int sum = 0;
    for (int i = 0; i < all.length(); i++) {
      int digit = all.charAt(all.length() - 1 - i) - '0';
      int counted = i % 2 != 0 ? 2 * digit : digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  /** What an ICD-10-CM code that was misread may have been, or null. */
  static String likelyIcd10(String read) {
    String code = read.replace('l', '1').toUpperCase(Locale.ROOT);
    if (code.length() < 3 || isIcd10(read)) {
      return null;
    }
    StringBuilder repaired = new StringBuilder(code);
    repaired.setCharAt(0, letter(code.charAt(0)));
    repaired.setCharAt(1, digit(code.charAt(1)));
    repaired.setCharAt(2, digit(code.charAt(2)));
    for (int i = 3; i < code.length(); i++) {
      // Only what is no letter code's: O and I are not used there.
      char c = code.charAt(i);
      boolean number = c == 'O' || c == 'I' || c == 'S' && i < 7;
      repaired.setCharAt(i, number ? digit(c) : c);
    }
    String likely = repaired.toString();
    return isIcd10(likely) ? likely : null;
  }

  /** In how many places two codes of the same length differ. */
  static int differences(String one, String two) {
    int count = Math.abs(one.length() - two.length());
    for (int i = 0; i < Math.min(one.length(), two.length()); i++) {
      count += one.charAt(i) == two.charAt(i) ? 0 : 1;
    }
    return count;
  }

  /** What a five-character service code or a number of digits that was misread may have been. */
  static String likelyService(String read) {
    String code = read.toUpperCase(Locale.ROOT);
    if (code.length() != 5 || isCpt(code) || isHcpcs(code)) {
      return null;
    }
    String tail = digits(code.substring(1));
    String cpt = digit(code.charAt(0)) + tail;
    if (isCpt(cpt)) {
      return cpt;
    }
    String hcpcs = code.charAt(0) + tail;
    return isHcpcs(hcpcs) ? hcpcs : null;
  }

  /** The same with the letters that OCR takes for digits turned back. */
  static String digits(String read) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < read.length(); i++) {
      digits.append(digit(read.charAt(i)));
    }
    return digits.toString();
  }

  private static char digit(char c) {
    return switch (c) {
      case 'O', 'o', 'Q' -> '0';
      case 'I', 'l', '|' -> '1';
      case 'B' -> '8';
      case 'S' -> '5';
      default -> c;
    };
  }

  private static char letter(char c) {
    return switch (c) {
      case '0' -> 'O';
      case '1' -> 'I';
      case '2' -> 'Z';
      case '8' -> 'B';
      case '5', '$' -> 'S';
      case '\u00a3' -> 'E';
      default -> c;
    };
  }
}
