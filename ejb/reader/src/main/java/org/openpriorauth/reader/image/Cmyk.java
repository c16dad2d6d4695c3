package org.openpriorauth.reader.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * JPEGs in the four colours of print, which the JDK hands out only raw. Good enough to read and to
 * look at; no colour profile is applied.
 */
final class Cmyk {
  private Cmyk() {}

  /** Whether the JDK knows no way to show a frame, which is its answer to four colours. */
  static boolean is(ImageReader reader, int index) throws IOException {
    return !reader.getImageTypes(index).hasNext();
  }

  /**
   * A frame for the screen.
   *
   * @param raw inverted, as all programs write it
   * @throws IOException if there are not four colours
   */
  static BufferedImage decoded(Raster raw) throws IOException {
    if (raw.getNumBands() != 4) {
      throw new IOException("The picture has an unknown number of colours.");
    }
    int width = raw.getWidth();
    BufferedImage image = new BufferedImage(width, raw.getHeight(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[4 * width];
    for (int y = 0; y < raw.getHeight(); y++) {
      raw.getPixels(raw.getMinX(), raw.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int black = row[4 * x + 3];
        int red = row[4 * x] * black / 255;
        int green = row[4 * x + 1] * black / 255;
        int blue = row[4 * x + 2] * black / 255;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }
}
