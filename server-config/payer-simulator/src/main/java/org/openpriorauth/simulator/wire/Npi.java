package org.openpriorauth.simulator.wire;

/**
 * National provider identifiers: ten digits, the last of which is the Luhn check digit over the
 * number prefixed with 80840 (US Core invariants us-core-16 and us-core-17).
 */
public final class Npi {
  private static final String PREFIX = "80840";

  private Npi() {}

  public static boolean valid(String value) {
    if (!value.matches("[0-9]{10}")) {
      return false;
    }
    String digits = PREFIX + value;
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      if (i % 2 != 0) {
        digit = digit > 4 ? digit * 2 - 9 : digit * 2;
      }
      sum += digit;
    }
    return sum % 10 == 0;
  }
}
