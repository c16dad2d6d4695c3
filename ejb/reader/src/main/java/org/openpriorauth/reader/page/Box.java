package org.openpriorauth.reader.page;

/**
 * A place on a page, in fractions of its width and height, origin top left.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 0
 * @param height at least 0
 */
public record Box(double x, double y, double width, double height) {
  /** From two opposite corners in any order. */
  public static Box between(double x1, double y1, double x2, double y2) {
    return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  }

  /** The right edge. */
  public double right() {
    return x + width;
  }

  /** The lower edge. */
  public double bottom() {
    return y + height;
  }

  /** Middle of left and right. */
  public double centreX() {
    return x + width / 2;
  }

  /** Middle of top and bottom. */
  public double centreY() {
    return y + height / 2;
  }

  /** Whether a point lies inside. */
  public boolean holds(double px, double py) {
    return px >= x && px <= right() && py >= y && py <= bottom();
  }

  /** The part on the page. */
  public Box onPage() {
    return between(clamp(x), clamp(y), clamp(right()), clamp(bottom()));
  }

  /** How much of the heights two boxes share. */
  public double sharedHeight(Box other) {
    return Math.max(0, Math.min(bottom(), other.bottom()) - Math.max(y, other.y));
  }

  /** The area that two boxes share. */
  public double sharedArea(Box other) {
    double shared = Math.min(right(), other.right()) - Math.max(x, other.x);
    return Math.max(0, shared) * sharedHeight(other);
  }

  /** The smallest box that holds both. */
  public Box around(Box other) {
    return between(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }

  private static double clamp(double value) {
    return Math.min(1, Math.max(0, value));
  }
}
