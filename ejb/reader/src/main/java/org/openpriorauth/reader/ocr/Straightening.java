package org.openpriorauth.reader.ocr;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import org.openpriorauth.reader.page.Box;

/** The way between the upright page and the straight, perhaps bigger picture that OCR reads. */
final class Straightening {
  private final int width;
  private final int height;
  private final int newWidth;
  private final int newHeight;

  /** From a pixel of the straight picture to one of the page. */
  private final AffineTransform back;

  private Straightening(int width, int height, double degrees, double scale) {
    double angle = Math.toRadians(degrees);
    double cos = Math.cos(angle);
    double sin = Math.abs(Math.sin(angle));
    this.width = width;
    this.height = height;
    this.newWidth = (int) Math.ceil((width * cos + height * sin) * scale);
    this.newHeight = (int) Math.ceil((height * cos + width * sin) * scale);
    this.back = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    back.rotate(angle);
    back.scale(1 / scale, 1 / scale);
    back.translate(-newWidth / 2.0, -newHeight / 2.0);
  }

  /**
   * For one picture.
   *
   * @param degrees by which its lines sink to the right
   * @param scale to enlarge by, above 0
   */
  static Straightening of(Gray picture, double degrees, double scale) {
    return new Straightening(picture.width(), picture.height(), degrees, scale);
  }

  /** The straight picture. */
  Gray apply(Gray picture) {
    if (back.isIdentity()) {
      return picture;
    }
    byte[] straight = new byte[newWidth * newHeight];
    double stepX = back.getScaleX();
    double stepY = back.getShearY();
    Point2D.Double start = new Point2D.Double();
    for (int y = 0; y < newHeight; y++) {
      back.transform(new Point2D.Double(0.5, y + 0.5), start);
      double fromX = start.x - 0.5;
      double fromY = start.y - 0.5;
      int row = y * newWidth;
      for (int x = 0; x < newWidth; x++) {
        straight[row + x] = (byte) between(picture, fromX + x * stepX, fromY + x * stepY);
      }
    }
    return new Gray(newWidth, newHeight, straight);
  }

  private static int between(Gray picture, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    int right = (int) ((x - left) * 256);
    int below = (int) ((y - top) * 256);
    int upper;
    int lower;
    if (left >= 0 && top >= 0 && left < picture.width() - 1 && top < picture.height() - 1) {
      int at = top * picture.width() + left;
      byte[] p = picture.pixels();
      upper = (p[at] & 0xff) * (256 - right) + (p[at + 1] & 0xff) * right;
      at += picture.width();
      lower = (p[at] & 0xff) * (256 - right) + (p[at + 1] & 0xff) * right;
    } else {
      upper = picture.at(left, top) * (256 - right) + picture.at(left + 1, top) * right;
      lower = picture.at(left, top + 1) * (256 - right) + picture.at(left + 1, top + 1) * right;
    }
    return upper * (256 - below) + lower * below >> 16;
  }

  /** Where a box of the straight picture, in its pixels, lies on the page, in fractions. */
  Box onPage(double left, double top, double right, double bottom) {
    double[] corners = {left, top, right, top, left, bottom, right, bottom};
    back.transform(corners, 0, corners, 0, 4);
    return around(corners, width, height, new Box(left, top, right - left, bottom - top), back);
  }

  /** The same box in fractions of the straight picture. */
  Box straight(double left, double top, double right, double bottom) {
    return Box.between(left / newWidth, top / newHeight, right / newWidth, bottom / newHeight);
  }

  /** Where a box of the page, in fractions, lies in the straight picture, in fractions. */
  Box straight(Box box) {
    try {
      AffineTransform there = back.createInverse();
      Point2D centre =
          there.transform(new Point2D.Double(box.centreX() * width, box.centreY() * height), null);
      double scale = there.getScaleX() / Math.cos(Math.atan2(there.getShearY(), there.getScaleX()));
      double w = box.width() * width * scale / newWidth;
      double h = box.height() * height * scale / newHeight;
      return new Box(centre.getX() / newWidth - w / 2, centre.getY() / newHeight - h / 2, w, h);
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A long word on a slope has a high upright box that would cover its neighbours; a box of the
   * word's own size about the same centre marks it better.
   */
  private static Box around(
      double[] corners, int width, int height, Box straight, AffineTransform back) {
    double centreX = (corners[0] + corners[6]) / 2;
    double centreY = (corners[1] + corners[7]) / 2;
    double scale = Math.hypot(back.getScaleX(), back.getShearY());
    double w = straight.width() * scale;
    double h = straight.height() * scale;
    return new Box((centreX - w / 2) / width, (centreY - h / 2) / height, w / width, h / height);
  }
}
