package org.openpriorauth.evaluation.reading;

import java.util.List;
import org.openpriorauth.evaluation.reading.Certainties.Claim;

/**
 * How far what the product says of its certainty is from how often it is right: the expected
 * calibration error over ten bins of equal width (Guo et al., 2017).
 */
final class Calibration {
  private static final int BINS = 10;

  private Calibration() {}

  /**
   * @return 0 if each value is as sure as is said, at most 1
   */
  static double error(List<Claim> claims) {
    double[] said = new double[BINS];
    int[] right = new int[BINS];
    for (Claim claim : claims) {
      int bin = Math.min(BINS - 1, (int) (claim.said() * BINS));
      said[bin] += claim.said();
      right[bin] += claim.right() ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - right[bin]);
    }
    return claims.isEmpty() ? 0 : error / claims.size();
  }
}
