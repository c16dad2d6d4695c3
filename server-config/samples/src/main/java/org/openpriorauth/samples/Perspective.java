package org.openpriorauth.samples;

/** A plane seen at an angle. */
public record Perspective(double[] terms) {

  /** From points of the picture back to points of a flat w × h, by its four corners' places. */
  public static Perspective back(double[][] corners, double w, double h) {
    double[][] flat = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    double[][] rows = new double[8][];
    for (int i = 0; i < 4; i++) {
      double x = corners[i][0];
      double y = corners[i][1];
      double u = flat[i][0];
      double v = flat[i][1];
      rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
      rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
    }
    return new Perspective(solve(rows));
  }

  private static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int i = 0; i < n; i++) {
      int pivot = i;
      for (int r = i + 1; r < n; r++) {
        pivot = Math.abs(rows[r][i]) > Math.abs(rows[pivot][i]) ? r : pivot;
      }
      double[] swap = rows[i];
      rows[i] = rows[pivot];
      rows[pivot] = swap;
      for (int r = 0; r < n; r++) {
        double factor = r == i ? 0 : rows[r][i] / rows[i][i];
        for (int c = i; c <= n && factor != 0; c++) {
          rows[r][c] -= factor * rows[i][c];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = rows[i][n] / rows[i][i];
    }
    return solution;
  }

  public double u(double x, double y) {
    return (terms[0] * x + terms[1] * y + terms[2]) / (terms[6] * x + terms[7] * y + 1);
  }

  public double v(double x, double y) {
    return (terms[3] * x + terms[4] * y + terms[5]) / (terms[6] * x + terms[7] * y + 1);
  }
}
