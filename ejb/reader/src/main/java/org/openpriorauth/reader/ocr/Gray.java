package org.openpriorauth.reader.ocr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.openpriorauth.reader.page.Rotation;

/**
 * A picture in shades of gray, one byte a pixel, row by row, 0 black and 255 white. Its pixels are
 * never changed: every step makes a new picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixels width × height bytes
 */
public record Gray(int width, int height, byte[] pixels) {
  /** What a page may have on its way to OCR; several copies of it must fit into the heap. */
  public static final long MOST_PIXELS = 24_000_000;

  /** From any picture; what is transparent becomes white, as on paper. */
  public static Gray of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      // Java would brighten these on their way through RGB.
      byte[] own = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      if (own.length == width * height) {
        return new Gray(width, height, own.clone());
      }
    }
    byte[] pixels = new byte[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) luminance(row[x]);
      }
    }
    return new Gray(width, height, pixels);
  }

  private static int luminance(int argb) {
    int alpha = argb >>> 24;
    int red = argb >> 16 & 0xff;
    int green = argb >> 8 & 0xff;
    int blue = argb & 0xff;
    int gray = (299 * red + 587 * green + 114 * blue) / 1000;
    return alpha == 255 ? gray : (gray * alpha + 255 * (255 - alpha)) / 255;
  }

  /** One pixel, 0 to 255; what lies outside is white. */
  int at(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 255 : pixels[y * width + x] & 0xff;
  }

  /** Turned by quarters. */
  Gray turned(Rotation rotation) {
    if (rotation == Rotation.NONE) {
      return this;
    }
    int newWidth = rotation.swapsSides() ? height : width;
    int newHeight = rotation.swapsSides() ? width : height;
    byte[] turned = new byte[pixels.length];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        int from =
            switch (rotation) {
              case QUARTER -> (height - 1 - x) * width + y;
              case HALF -> (height - 1 - y) * width + (width - 1 - x);
              default -> x * width + (width - 1 - y);
            };
        turned[y * newWidth + x] = pixels[from];
      }
    }
    return new Gray(newWidth, newHeight, turned);
  }

  /** Reduced by a whole number, averaging. */
  Gray reduced(int times) {
    if (times <= 1) {
      return this;
    }
    int newWidth = Math.max(1, width / times);
    int newHeight = Math.max(1, height / times);
    byte[] reduced = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        int sum = 0;
        for (int dy = 0; dy < times; dy++) {
          for (int dx = 0; dx < times; dx++) {
            sum += at(x * times + dx, y * times + dy);
          }
        }
        reduced[y * newWidth + x] = (byte) (sum / (times * times));
      }
    }
    return new Gray(newWidth, newHeight, reduced);
  }

  /** A picture in colour turned by quarters, for people. */
  public static BufferedImage turned(BufferedImage image, Rotation rotation) {
    if (rotation == Rotation.NONE) {
      return image;
    }
    int width = rotation.swapsSides() ? image.getHeight() : image.getWidth();
    int height = rotation.swapsSides() ? image.getWidth() : image.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.translate(width / 2.0, height / 2.0);
    graphics.rotate(Math.toRadians(rotation.degrees()));
    graphics.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return turned;
  }
}
