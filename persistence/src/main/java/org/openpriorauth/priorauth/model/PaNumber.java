package org.openpriorauth.priorauth.model;

/**
 * The number that people read to each other on the telephone: clinic prefix, year, sequence and a
 * check digit that catches every single wrong digit and every swap of neighbours (Damm's quasigroup
 * of order 10).
 */
public final class PaNumber {
  private static final int[][] QUASIGROUP = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
  };

  private PaNumber() {}

  /** For example {@code CH-2026-000042-8}. */
  public static String of(String prefix, int year, int sequence) {
    String digits = "%04d%06d".formatted(year, sequence);
    return "%s-%04d-%06d-%d".formatted(prefix, year, sequence, checkDigit(digits));
  }

  /** Whether the number could be one of ours, as typed by a person. */
  public static boolean plausible(String number) {
    return number.matches("[A-Z]{2,4}-\\d{4}-\\d{6,}-\\d")
        && checkDigit(number.replaceAll("\\D", "")) == 0;
  }

  private static int checkDigit(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      interim = QUASIGROUP[interim][digits.charAt(i) - '0'];
    }
    return interim;
  }
}
