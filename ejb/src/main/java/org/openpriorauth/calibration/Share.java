package org.openpriorauth.calibration;

/**
 * A share that was seen on some values, with the bounds between which the share of all lies in 95
 * of 100 cases: Wilson's score interval (1927), which holds near 0 and 1 and for few values, where
 * the usual one fails (Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion,
 * Statistical Science 2001).
 *
 * @param n values that were looked at
 */
public record Share(long n, double share, double low, double high) {
  /** Of fewer values nothing is said: the bounds would lie a third apart. */
  public static final int LEAST = 30;

  private static final double Z = 1.959964;
  private static final double THOUSAND = 1000;

  /** Null of too few. */
  static Share of(long n, long right) {
    return of(n, (double) n, (double) right);
  }

  /**
   * @param effective how many values of equal weight say as much as these
   * @param right the sum of what each of those is worth
   * @return null of too few
   */
  static Share of(long n, double effective, double right) {
    if (n < LEAST) {
      return null;
    }
    double share = right / effective;
    double square = Z * Z / effective;
    double middle = (share + square / 2) / (1 + square);
    double half =
        Z / (1 + square) * Math.sqrt(share * (1 - share) / effective + square / effective / 4);
    return new Share(
        n,
        rounded(share),
        rounded(Math.max(0, middle - half)),
        rounded(Math.min(1, middle + half)));
  }

  static double rounded(double share) {
    return Math.round(share * THOUSAND) / THOUSAND;
  }
}
