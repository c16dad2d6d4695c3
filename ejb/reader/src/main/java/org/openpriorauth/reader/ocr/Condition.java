package org.openpriorauth.reader.ocr;

/**
 * What state a picture is in, measured before anything is done to it.
 *
 * @param ink share of dark pixels that belong to something bigger than a speck
 * @param specks share of dark pixels that stand alone
 * @param roughness of what should be even paper, in shades
 * @param unevenness of the light over the page, in shades
 * @param bilevel whether there is only black and white, as from a fax
 */
record Condition(double ink, double specks, double roughness, double unevenness, boolean bilevel) {
  private static final int DARK = 128;
  private static final int TILES = 16;

  /** Measures every third row, which is enough for shares. */
  static Condition of(Gray picture) {
    int threshold = threshold(picture);
    long counted = 0;
    long ink = 0;
    long specks = 0;
    long middle = 0;
    double rough = 0;
    long paper = 0;
    for (int y = 1; y < picture.height() - 1; y += 3) {
      for (int x = 1; x < picture.width() - 1; x++) {
        int shade = picture.at(x, y);
        counted++;
        middle += shade > 32 && shade < 224 ? 1 : 0;
        if (shade < threshold) {
          int company = darkNeighbours(picture, x, y, threshold);
          specks += company <= 1 ? 1 : 0;
          ink += company > 1 ? 1 : 0;
        } else {
          int edge = laplacian(picture, x, y);
          // Strong edges are writing and not the grain of the paper.
          rough += edge < 200 ? edge : 0;
          paper += edge < 200 ? 1 : 0;
        }
      }
    }
    double all = Math.max(1, counted);
    // Immerkær's estimate of the deviation from the mean of this Laplacian.
    double deviation = Math.sqrt(Math.PI / 2) / 6 * rough / Math.max(1, paper);
    return new Condition(
        ink / all, specks / all, deviation, unevenness(picture), middle < 0.005 * all);
  }

  /** Nothing but paper and dust. */
  boolean isBlank() {
    return ink < 0.00005 && specks < 0.0005;
  }

  /** What should be done before OCR; the bounds are measured. */
  Denoise denoise(int dpi) {
    if (isUneven()) {
      // Enlarging and a local threshold already calm the grain; more only blurs small print.
      return Denoise.NONE;
    }
    if (specks > 0.0015) {
      return Denoise.LONE;
    }
    boolean fax = bilevel && dpi <= 250;
    return specks > 0.0004 || roughness > 2.5 || fax ? Denoise.GAUSSIAN : Denoise.NONE;
  }

  /** Whether one threshold cannot fit the whole page. */
  boolean isUneven() {
    return unevenness > 45 && !bilevel;
  }

  /** Otsu's threshold: the split that makes both sides most alike inside. */
  static int threshold(Gray picture) {
    long[] histogram = new long[256];
    for (int i = 0; i < picture.pixels().length; i += 7) {
      histogram[picture.pixels()[i] & 0xff]++;
    }
    long all = 0;
    double sum = 0;
    for (int shade = 0; shade < 256; shade++) {
      all += histogram[shade];
      sum += (double) shade * histogram[shade];
    }
    int best = DARK;
    double most = 0;
    double below = 0;
    double belowSum = 0;
    for (int shade = 0; shade < 255; shade++) {
      below += histogram[shade];
      belowSum += (double) shade * histogram[shade];
      if (below > 0 && below < all) {
        double apart = belowSum / below - (sum - belowSum) / (all - below);
        double spread = below * (all - below) * apart * apart;
        if (spread > most) {
          most = spread;
          best = shade + 1;
        }
      }
    }
    // Paper without ink splits anywhere; then only what is really dark counts.
    return Math.min(best, 200);
  }

  private static int darkNeighbours(Gray picture, int x, int y, int threshold) {
    int dark = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        dark += (dx != 0 || dy != 0) && picture.at(x + dx, y + dy) < threshold ? 1 : 0;
      }
    }
    return dark;
  }

  private static int laplacian(Gray p, int x, int y) {
    return Math.abs(
        4 * p.at(x, y)
            - 2 * (p.at(x - 1, y) + p.at(x + 1, y) + p.at(x, y - 1) + p.at(x, y + 1))
            + p.at(x - 1, y - 1)
            + p.at(x + 1, y - 1)
            + p.at(x - 1, y + 1)
            + p.at(x + 1, y + 1));
  }

  /** The difference between a bright and a dim part of the paper. */
  private static double unevenness(Gray picture) {
    double[] light = new double[TILES * TILES];
    for (int tile = 0; tile < light.length; tile++) {
      int left = tile % TILES * picture.width() / TILES;
      int top = tile / TILES * picture.height() / TILES;
      int[] histogram = new int[256];
      int count = 0;
      for (int y = top; y < top + picture.height() / TILES; y += 4) {
        for (int x = left; x < left + picture.width() / TILES; x += 4) {
          histogram[picture.at(x, y)]++;
          count++;
        }
      }
      light[tile] = shadeAt(histogram, count * 4 / 5);
    }
    java.util.Arrays.sort(light);
    return light[light.length * 19 / 20] - light[light.length / 20];
  }

  private static int shadeAt(int[] histogram, int rank) {
    int seen = 0;
    int shade = 0;
    while (shade < 255 && seen + histogram[shade] <= rank) {
      seen += histogram[shade];
      shade++;
    }
    return shade;
  }
}
