package org.openpriorauth.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages as pictures, and what glass, light and rollers do to them. */
final class Raster {
  private Raster() {}

  /** A grey picture of a page, turned by some degrees on its way through the feeder. */
  static BufferedImage page(PDDocument document, int index, float dpiX, float dpiY, double degrees)
      throws IOException {
    var box = document.getPage(index).getMediaBox();
    int width = Math.round(box.getWidth() / 72 * dpiX);
    int height = Math.round(box.getHeight() / 72 * dpiY);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = canvas(image);
    AffineTransform turn = new AffineTransform();
    turn.translate(width / 2.0, height / 2.0);
    turn.scale(1, dpiY / dpiX);
    turn.rotate(Math.toRadians(degrees));
    turn.scale(1, dpiX / dpiY);
    turn.translate(-width / 2.0, -height / 2.0);
    graphics.transform(turn);
    new PDFRenderer(document).renderPageToGraphics(index, graphics, dpiX / 72, dpiY / 72);
    graphics.dispose();
    return image;
  }

  static Graphics2D canvas(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.setBackground(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    return graphics;
  }

  /** Uneven lamp, dark gutter at the left, grain and dust. */
  static void age(BufferedImage grey, Random random, double grain, int dust) {
    byte[] data = bytes(grey);
    int width = grey.getWidth();
    int height = grey.getHeight();
    double fall = 8 + random.nextInt(14);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        double ink = data[at] & 0xff;
        double lamp = 246 - fall * y / height - gutter(x, width);
        double value = lamp * (0.12 + 0.88 * ink / 255) + random.nextGaussian() * grain;
        data[at] = clamp(value);
      }
    }
    for (int i = 0; i < dust; i++) {
      speck(data, width, height, random);
    }
  }

  private static double gutter(int x, int width) {
    double near = 1 - x / (width * 0.035);
    return near > 0 ? 58 * near * near : 0;
  }

  private static void speck(byte[] data, int width, int height, Random random) {
    int x0 = random.nextInt(width - 4);
    int y0 = random.nextInt(height - 4);
    int size = 1 + random.nextInt(2);
    int shade = 30 + random.nextInt(130);
    for (int y = y0; y < y0 + size; y++) {
      for (int x = x0; x < x0 + size; x++) {
        data[y * width + x] = (byte) shade;
      }
    }
  }

  /** Softens by one pixel, as cheap optics do. */
  static void soften(BufferedImage grey, double share) {
    byte[] data = bytes(grey);
    byte[] copy = data.clone();
    int width = grey.getWidth();
    for (int i = width; i < data.length - width; i++) {
      double around =
          ((copy[i - 1] & 0xff)
                  + (copy[i + 1] & 0xff)
                  + (copy[i - width] & 0xff)
                  + (copy[i + width] & 0xff))
              / 4.0;
      data[i] = clamp((copy[i] & 0xff) * (1 - share) + around * share);
    }
  }

  /** Black and white, with a threshold that trembles. */
  static BufferedImage bilevel(BufferedImage grey, Random random, int threshold, int tremble) {
    int width = grey.getWidth();
    int height = grey.getHeight();
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    byte[] from = bytes(grey);
    byte[] to = bytes(out);
    int stride = (width + 7) / 8;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int limit = threshold + random.nextInt(2 * tremble + 1) - tremble;
        if ((from[y * width + x] & 0xff) > limit) {
          to[y * stride + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return out;
  }

  static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  static byte clamp(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
