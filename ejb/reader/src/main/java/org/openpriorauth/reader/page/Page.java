package org.openpriorauth.reader.page;

import java.util.Set;

/**
 * One page as read.
 *
 * @param source where its text comes from
 * @param rotation what was needed to bring it upright
 * @param size of the upright page
 * @param text empty if nothing was read
 * @param flags what a user of the text should know, see the package's protocol
 * @param ocr how it was recognised, or null if no OCR took place
 */
public record Page(
    Source source, Rotation rotation, PageSize size, PageText text, Set<String> flags, Ocr ocr) {
  /** Where the text of a page comes from. */
  public enum Source {
    /** The document's own text. */
    TEXT,
    /** Recognised from the picture. */
    OCR,
    /** Both, compared word by word. */
    MIXED,
    /** A picture without text. */
    IMAGE,
    /** Written by hand: what OCR made of it is not to be relied on. */
    HANDWRITING
  }

  /**
   * How a page was recognised.
   *
   * @param dpi resolution that was read
   * @param millis time taken, drawing excluded
   * @param engine version of Tesseract
   */
  public record Ocr(int dpi, long millis, String engine) {}

  /** A page that could not be drawn or decoded. */
  public static Page unreadable(PageSize size, Set<String> flags) {
    return new Page(Source.IMAGE, Rotation.NONE, size, PageText.EMPTY, flags, null);
  }
}
