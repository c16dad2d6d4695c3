package org.openpriorauth.calibration;

import java.util.Locale;

/** How a page's words were come by: what a score is worth depends on it. */
public enum Source {
  TEXT,
  OCR;

  /**
   * @param page text, ocr, mixed or image
   */
  public static Source ofPage(String page) {
    return page.equals("text") ? TEXT : OCR;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
