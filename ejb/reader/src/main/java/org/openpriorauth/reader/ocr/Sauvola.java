package org.openpriorauth.reader.ocr;

/** Black and white by the light around each pixel: for photographs with shade. */
final class Sauvola {
  private static final int REACH = 12;
  private static final double K = 0.35;
  private static final double HALF_RANGE = 128;

  private Sauvola() {}

  /** The picture in black and white. */
  static Gray apply(Gray picture) {
    int width = picture.width();
    int height = picture.height();
    byte[] out = new byte[width * height];
    // Sums of each column over the rows in reach; they slide down with the row.
    int[] sums = new int[width];
    int[] squares = new int[width];
    for (int y = -REACH; y < height; y++) {
      slide(picture, y + REACH, 1, sums, squares);
      slide(picture, y - REACH - 1, -1, sums, squares);
      if (y >= 0) {
        int rows = Math.min(height - 1, y + REACH) - Math.max(0, y - REACH) + 1;
        row(picture, y, rows, sums, squares, out);
      }
    }
    return new Gray(width, height, out);
  }

  private static void slide(Gray picture, int y, int sign, int[] sums, int[] squares) {
    if (y < 0 || y >= picture.height()) {
      return;
    }
    for (int x = 0; x < picture.width(); x++) {
      int shade = picture.at(x, y);
      sums[x] += sign * shade;
      squares[x] += sign * shade * shade;
    }
  }

  private static void row(Gray picture, int y, int rows, int[] sums, int[] squares, byte[] out) {
    int width = picture.width();
    long sum = 0;
    long square = 0;
    for (int x = 0; x < Math.min(REACH, width); x++) {
      sum += sums[x];
      square += squares[x];
    }
    for (int x = 0; x < width; x++) {
      if (x + REACH < width) {
        sum += sums[x + REACH];
        square += squares[x + REACH];
      }
      if (x - REACH - 1 >= 0) {
        sum -= sums[x - REACH - 1];
        square -= squares[x - REACH - 1];
      }
      double n = rows * (Math.min(width - 1, x + REACH) - Math.max(0, x - REACH) + 1.0);
      double mean = sum / n;
      double deviation = Math.sqrt(Math.max(0, square / n - mean * mean));
      double threshold = mean * (1 + K * (deviation / HALF_RANGE - 1));
      out[y * width + x] = (byte) (picture.at(x, y) <= threshold ? 0 : 255);
    }
  }
}
