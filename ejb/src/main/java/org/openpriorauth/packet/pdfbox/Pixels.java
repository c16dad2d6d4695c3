package org.openpriorauth.packet.pdfbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A page's picture.
 *
 * @param gray one byte a pixel, row by row, 0 black; null if the picture has colour
 */
record Pixels(BufferedImage image, byte[] gray) {
  /** A letter page at 600 dpi has 34 million. */
  private static final long MOST = 50_000_000;

  /** A difference between red, green and blue that is a scanner's, not the page's. */
  private static final int TINT = 6;

  private static final int IHDR_WIDTH = 16;

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  static Pixels of(byte[] png) throws IOException {
    if (png.length < IHDR_WIDTH + 8 || png[1] != 'P' || png[2] != 'N' || png[3] != 'G') {
      throw new IllegalArgumentException("a page's picture is not a PNG");
    }
    ByteBuffer size = ByteBuffer.wrap(png, IHDR_WIDTH, 8);
    if ((size.getInt() & 0xffffffffL) * (size.getInt() & 0xffffffffL) > MOST) {
      throw new IllegalArgumentException("a page's picture is too large");
    }
    // In memory: ImageIO's own choice is a file, and the page is a patient's.
    BufferedImage image =
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
    if (image == null) {
      throw new IllegalArgumentException("a page's picture is not a PNG");
    }
    image = onWhite(image);
    return new Pixels(image, gray(image));
  }

  private static BufferedImage onWhite(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return image;
    }
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return opaque;
  }

  private static byte[] gray(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] gray = new byte[width * height];
    boolean samples = image.getColorModel().getNumComponents() == 1 || indexed(image) != null;
    int[] palette = palette(image);
    Raster raster = image.getRaster();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      if (samples) {
        raster.getSamples(0, y, width, 1, 0, row);
      } else {
        image.getRGB(0, y, width, 1, row, 0, width);
      }
      for (int x = 0; x < width; x++) {
        int rgb = samples ? palette[row[x]] : row[x];
        if (coloured(rgb)) {
          return null;
        }
        gray[y * width + x] = (byte) (rgb >> 8);
      }
    }
    return gray;
  }

  private static IndexColorModel indexed(BufferedImage image) {
    return image.getColorModel() instanceof IndexColorModel model ? model : null;
  }

  /** What each sample of a picture with one sample a pixel looks like. */
  private static int[] palette(BufferedImage image) {
    IndexColorModel model = indexed(image);
    if (model != null) {
      int[] colours = new int[Math.max(model.getMapSize(), 1 << model.getPixelSize())];
      model.getRGBs(colours);
      return colours;
    }
    // Java would convert gray by a gamma of its own; the samples are what was drawn.
    int bits = image.getColorModel().getComponentSize(0);
    int[] grays = new int[1 << bits];
    for (int i = 0; i < grays.length; i++) {
      grays[i] = Math.round(i * 255f / (grays.length - 1)) * 0x010101;
    }
    return grays;
  }

  private static boolean coloured(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return Math.abs(red - green) > TINT
        || Math.abs(green - blue) > TINT
        || Math.abs(red - blue) > TINT;
  }
}
