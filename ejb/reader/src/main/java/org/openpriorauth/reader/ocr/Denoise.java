package org.openpriorauth.reader.ocr;

import java.util.Arrays;

/** Takes specks away. It must come before deskewing: on specks no angle can be found. */
enum Denoise {
  /** Leaves the picture as it is. */
  NONE {
    @Override
    Gray apply(Gray picture) {
      return picture;
    }

    @Override
    Denoise other() {
      return GAUSSIAN;
    }
  },

  /** For the jagged edges of a fax and for grain: softens, keeps the point in a code. */
  GAUSSIAN {
    @Override
    Gray apply(Gray picture) {
      int width = picture.width();
      byte[] soft = picture.pixels().clone();
      byte[] old = picture.pixels();
      for (int y = 1; y < picture.height() - 1; y++) {
        int row = y * width;
        int before = column(old, row, width);
        int here = column(old, row + 1, width);
        for (int x = 1; x < width - 1; x++) {
          int after = column(old, row + x + 1, width);
          soft[row + x] = (byte) (before + 2 * here + after + 8 >> 4);
          before = here;
          here = after;
        }
      }
      return new Gray(width, picture.height(), soft);
    }

    @Override
    Denoise other() {
      return LONE;
    }
  },

  /** For speckle: takes pixels that stand alone, which leaves thin strokes, then softens. */
  LONE {
    @Override
    Gray apply(Gray picture) {
      return GAUSSIAN.apply(withoutLone(withoutLone(picture, 1), 0));
    }

    @Override
    Denoise other() {
      return MEDIAN;
    }
  },

  /** For dirt bigger than a pixel, on print that is big enough to bear it. */
  MEDIAN {
    @Override
    Gray apply(Gray picture) {
      int width = picture.width();
      byte[] calm = picture.pixels().clone();
      byte[] old = picture.pixels();
      int[] nine = new int[9];
      for (int y = 1; y < picture.height() - 1; y++) {
        for (int x = 1; x < width - 1; x++) {
          int at = y * width + x;
          nine[0] = old[at - width - 1] & 0xff;
          nine[1] = old[at - width] & 0xff;
          nine[2] = old[at - width + 1] & 0xff;
          nine[3] = old[at - 1] & 0xff;
          nine[4] = old[at] & 0xff;
          nine[5] = old[at + 1] & 0xff;
          nine[6] = old[at + width - 1] & 0xff;
          nine[7] = old[at + width] & 0xff;
          nine[8] = old[at + width + 1] & 0xff;
          calm[at] = (byte) median(nine);
        }
      }
      return new Gray(width, picture.height(), calm);
    }

    @Override
    Denoise other() {
      return LONE;
    }
  };

  /** The filtered picture. */
  abstract Gray apply(Gray picture);

  /** What to try when this one gave a poor page. */
  abstract Denoise other();

  /** Turns over every pixel that has at most so many neighbours of its own kind. */
  private static Gray withoutLone(Gray picture, int company) {
    int threshold = Condition.threshold(picture);
    int width = picture.width();
    byte[] old = picture.pixels();
    byte[] clean = old.clone();
    for (int y = 1; y < picture.height() - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        boolean dark = (old[at] & 0xff) < threshold;
        int own = -1;
        for (int row = at - width; row <= at + width; row += width) {
          own += (old[row - 1] & 0xff) < threshold == dark ? 1 : 0;
          own += (old[row] & 0xff) < threshold == dark ? 1 : 0;
          own += (old[row + 1] & 0xff) < threshold == dark ? 1 : 0;
        }
        if (own <= company) {
          clean[at] = old[at - 1];
        }
      }
    }
    return new Gray(width, picture.height(), clean);
  }

  private static int column(byte[] old, int at, int width) {
    return (old[at - width] & 0xff) + 2 * (old[at] & 0xff) + (old[at + width] & 0xff);
  }

  private static int median(int[] nine) {
    int dark = 0;
    int light = 0;
    for (int shade : nine) {
      dark += shade < 16 ? 1 : 0;
      light += shade > 239 ? 1 : 0;
    }
    // A fax has two shades, and most of any page is paper: no need to sort.
    if (dark >= 5) {
      return 0;
    }
    if (light >= 9) {
      return nine[4];
    }
    if (dark + light == 9) {
      return 255;
    }
    Arrays.sort(nine);
    return nine[4];
  }
}
