package org.openpriorauth.reader.ocr;

/**
 * Finds by how much the lines of a page slope. Rows of writing, summed along the right angle, give
 * the sharpest change between line and gap.
 */
final class Skew {
  /** Degrees; a page put on a scanner by hand is not farther off, and beyond it is a photograph. */
  private static final double FARTHEST = 6;

  private static final double COARSE = 0.25;
  private static final double FINE = 0.04;

  /** Below this, straightening changes nothing that OCR would notice. */
  private static final double NEGLIGIBLE = 0.12;

  /** The columns that the picture is reduced to for this. */
  private static final int COLUMNS = 1000;

  private final int[] xs;
  private final int[] ys;
  private final int height;

  private Skew(Gray small) {
    int threshold = Condition.threshold(small);
    int dark = 0;
    for (byte pixel : small.pixels()) {
      dark += (pixel & 0xff) < threshold ? 1 : 0;
    }
    xs = new int[dark];
    ys = new int[dark];
    height = small.height();
    int n = 0;
    for (int i = 0; i < small.pixels().length; i++) {
      if ((small.pixels()[i] & 0xff) < threshold) {
        xs[n] = i % small.width();
        ys[n] = i / small.width();
        n++;
      }
    }
  }

  /**
   * The slope of the lines.
   *
   * @return degrees, positive if lines sink to the right; 0 if there is no clear slope
   */
  static double degrees(Gray picture) {
    Skew skew = new Skew(picture.reduced(Math.max(1, picture.width() / COLUMNS)));
    double best = skew.sharpest(0, FARTHEST, COARSE);
    best = skew.sharpest(best, COARSE, FINE);
    boolean clear = skew.sharpness(best) > 1.05 * skew.sharpness(0);
    return clear && Math.abs(best) >= NEGLIGIBLE ? best : 0;
  }

  private double sharpest(double around, double reach, double step) {
    double best = around;
    double most = sharpness(around);
    for (double angle = around - reach; angle <= around + reach; angle += step) {
      double sharp = sharpness(angle);
      if (sharp > most) {
        most = sharp;
        best = angle;
      }
    }
    return best;
  }

  private double sharpness(double degrees) {
    double slope = Math.tan(Math.toRadians(degrees));
    // Room for the rows that the slope pushes beyond either end.
    int margin = (int) (Math.abs(slope) * 3 * COLUMNS) + 2;
    int[] rows = new int[height + 2 * margin];
    for (int i = 0; i < xs.length; i++) {
      rows[margin + (int) Math.round(ys[i] - slope * xs[i])]++;
    }
    double sum = 0;
    for (int y = 1; y < rows.length; y++) {
      double step = rows[y] - rows[y - 1];
      sum += step * step;
    }
    return sum;
  }
}
