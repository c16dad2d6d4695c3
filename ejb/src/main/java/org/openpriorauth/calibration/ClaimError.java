package org.openpriorauth.calibration;

/**
 * How far what is claimed is from what is right: the expected calibration error over ten bins of
 * equal width (Guo et al., 2017).
 */
final class ClaimError {
  private static final int BINS = 10;

  private final double[] claimed = new double[BINS];
  private final int[] right = new int[BINS];
  private int n;

  void add(double claim, boolean isRight) {
    int bin = Math.min(BINS - 1, (int) (claim * BINS));
    claimed[bin] += claim;
    right[bin] += isRight ? 1 : 0;
    n++;
  }

  /** 0 where every claim holds, at most 1. */
  double value() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(claimed[bin] - right[bin]);
    }
    return n == 0 ? 0 : error / n;
  }
}
