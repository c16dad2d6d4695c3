package org.openpriorauth.reader.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.page.PageSize;

/**
 * How a frame lies on paper. A fax has fewer lines than columns to the inch, so the two are kept
 * apart until the frame is drawn.
 *
 * @param width in pixels
 * @param height in pixels
 * @param dpiX columns to the inch
 * @param dpiY lines to the inch
 */
record FrameShape(int width, int height, double dpiX, double dpiY) {
  /** Below this a resolution is a screen's or a default of the software, not a scanner's. */
  private static final double LEAST_BELIEVED = 90;

  private static final double MOST_BELIEVED = 2400;

  /** A page of letter size, in inches, for pictures that do not tell their resolution. */
  private static final double SHORT_SIDE = 8.5;

  private static final double LONG_SIDE = 11;
  private static final int MOST_REDUCED = 4;

  /** Every fax of letter or A4 width, by the standard. */
  private static final int FAX_COLUMNS = 1728;

  /** From what a file declares; what makes no sense is replaced by that of a full letter page. */
  static FrameShape of(int width, int height, double dpiX, double dpiY) {
    boolean believed =
        Math.min(dpiX, dpiY) >= LEAST_BELIEVED
            && Math.max(dpiX, dpiY) <= MOST_BELIEVED
            && Math.max(dpiX, dpiY) <= 4 * Math.min(dpiX, dpiY);
    if (believed) {
      return new FrameShape(width, height, dpiX, dpiY);
    }
    if (width == FAX_COLUMNS) {
      return new FrameShape(width, height, 204, height < width ? 98 : 196);
    }
    double guess =
        Math.max(Math.min(width, height) / SHORT_SIDE, Math.max(width, height) / LONG_SIDE);
    double dpi = Math.max(LEAST_BELIEVED, guess);
    return new FrameShape(width, height, dpi, dpi);
  }

  /** On paper. */
  PageSize size() {
    return new PageSize(width / dpiX * 72, height / dpiY * 72);
  }

  /** The finer of its two resolutions. */
  int dpi() {
    return (int) Math.round(Math.max(dpiX, dpiY));
  }

  /**
   * By how much to reduce it while it is decoded.
   *
   * @return 1 to 4, in both directions
   * @throws Failure PAGE_TOO_BIG if that is not enough
   */
  int reduction(long maxPixels) throws Failure {
    for (int times = 1; times <= MOST_REDUCED; times++) {
      if ((long) (width / times) * (height / times) <= maxPixels) {
        return times;
      }
    }
    throw new Failure(FailureCode.PAGE_TOO_BIG);
  }

  /** The decoded frame with square pixels at a resolution. */
  BufferedImage scaled(BufferedImage decoded, int dpi) {
    int newWidth = (int) Math.max(1, Math.round(width / dpiX * dpi));
    int newHeight = (int) Math.max(1, Math.round(height / dpiY * dpi));
    if (decoded.getWidth() == newWidth && decoded.getHeight() == newHeight) {
      return decoded;
    }
    BufferedImage half = decoded;
    // Bilinear looks at four pixels only: halve until they are enough.
    while (half.getWidth() >= 2 * newWidth && half.getHeight() >= 2 * newHeight) {
      half = drawn(half, half.getWidth() / 2, half.getHeight() / 2);
    }
    return drawn(half, newWidth, newHeight);
  }

  private static BufferedImage drawn(BufferedImage from, int width, int height) {
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return to;
  }
}
