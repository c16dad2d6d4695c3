package org.openpriorauth.coding;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** National drug codes in the one form of HIPAA's transactions: 5-4-2. */
public final class Ndc {
  /** FDA's own 4-4-2, 5-3-2 and 5-4-1 lack one digit; billing writes it as a leading zero. */
  private static final Pattern HYPHENS = Pattern.compile("(\\d{4,5})-(\\d{3,4})-(\\d{1,2})");

  private static final Pattern ELEVEN = Pattern.compile("(\\d{5})(\\d{4})(\\d{2})");
  private static final int TEN = 10;

  private Ndc() {}

  /**
   * @return with hyphens; empty for what is none, and for ten digits without hyphens, which do not
   *     say where the zero goes
   */
  public static Optional<String> normalized(String ndc) {
    String typed = ndc == null ? "" : ndc.strip();
    Matcher parts = HYPHENS.matcher(typed);
    if (!parts.matches()) {
      parts = ELEVEN.matcher(typed);
      if (!parts.matches()) {
        return Optional.empty();
      }
    }
    int digits = parts.group(1).length() + parts.group(2).length() + parts.group(3).length();
    return digits < TEN
        ? Optional.empty()
        : Optional.of(
            zeros(parts.group(1), 5)
                + "-"
                + zeros(parts.group(2), 4)
                + "-"
                + zeros(parts.group(3), 2));
  }

  private static String zeros(String digits, int length) {
    return "0".repeat(length - digits.length()) + digits;
  }
}
