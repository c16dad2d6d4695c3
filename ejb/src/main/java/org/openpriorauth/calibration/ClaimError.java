package org.openpriorauth.calibration;

/**
 * How far what is claimed is from what is right: the expected calibration error over ten bins of
 * equal width (Guo et al., 2017).
 */
final class ClaimError {
  static final int BINS = 10;

  private final double[] claimed = new double[BINS];
  private final double[] right = new double[BINS];
  private double all;

  /**
   * @param weight for how many values it stands
   */
  void add(double claim, boolean isRight, double weight) {
    int bin = Math.min(BINS - 1, (int) (claim * BINS));
    add(bin, claim * weight, isRight ? weight : 0, weight);
  }

  /** Values of one bin, all of them summed by weight. */
  void add(int bin, double claims, double rights, double weight) {
    claimed[bin] += claims;
    right[bin] += rights;
    all += weight;
  }

  /** 0 where every claim holds, at most 1. */
  double value() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(claimed[bin] - right[bin]);
    }
    return all == 0 ? 0 : error / all;
  }
}
