package org.openpriorauth.coding;

/** National provider identifiers (45 CFR 162.406). */
public final class Npi {
  private static final int PREFIX = 24;

  private Npi() {}

  /** Ten digits of which the last is the Luhn check digit over 80840 and the others. */
  public static boolean valid(String npi) {
    if (npi == null || !npi.matches("[12]\\d{9}")) {
      return false;
    }
    // 24 is what the prefix 80840 adds to the sum.
    int sum = PREFIX;
    for (int i = 0; i < npi.length(); i++) {
      int digit = npi.charAt(i) - '0';
      int doubled = i % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
