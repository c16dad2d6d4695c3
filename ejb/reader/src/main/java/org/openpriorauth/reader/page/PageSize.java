package org.openpriorauth.reader.page;

/**
 * The size of a page.
 *
 * @param width in points, 1/72 inch
 * @param height in points, 1/72 inch
 */
public record PageSize(double width, double height) {
  /** Not known. */
  public static final PageSize UNKNOWN = new PageSize(0, 0);

  /** After a turn. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // a turn swaps them
  public PageSize turned(Rotation rotation) {
    return rotation.swapsSides() ? new PageSize(height, width) : this;
  }
}
