package org.openpriorauth.reader.document;

import org.openpriorauth.reader.page.PageSize;

/** How fine a page may be drawn: a page is measured before a single pixel is made. */
public final class PixelBudget {
  /** Below this, neither a person nor OCR reads ordinary print. */
  public static final int LEAST_READABLE_DPI = 100;

  private PixelBudget() {}

  /**
   * The resolution to draw at.
   *
   * @param size of the page
   * @param wished dpi
   * @param maxPixels that the drawing may have
   * @return wished, or lower if the page is big
   * @throws Failure PAGE_TOO_BIG if it would have to be lower than is readable
   */
  public static int dpi(PageSize size, int wished, long maxPixels) throws Failure {
    double inches = size.width() / 72 * (size.height() / 72);
    if (!(inches > 0)) {
      throw new Failure(FailureCode.DAMAGED, "The page has no area.");
    }
    int affordable = (int) Math.min(wished, Math.sqrt(maxPixels / inches));
    if (affordable < Math.min(wished, LEAST_READABLE_DPI)) {
      throw new Failure(FailureCode.PAGE_TOO_BIG);
    }
    return affordable;
  }
}
