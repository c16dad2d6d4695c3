package org.openpriorauth.reader.pdf;

import java.util.List;
import org.openpriorauth.reader.page.Rotation;
import org.openpriorauth.reader.page.Word;

/**
 * What the content of a PDF page says by itself.
 *
 * @param words upright
 * @param rotation the turn, beyond the page's own, that brings the writing upright
 * @param readable letters and digits
 * @param unreadable replacement, private and control characters
 * @param pictureShare of the page that pictures cover, 0 to 1
 * @param pictureDpi resolution of the finest big picture, 0 if there is none
 * @param fragilePicture whether there is a JPEG 2000: PDFBox leaves out a broken one without a word
 * @param cutShort whether there was more text than a page may have
 */
record TextLayer(
    List<Word> words,
    Rotation rotation,
    int readable,
    int unreadable,
    double pictureShare,
    double pictureDpi,
    boolean fragilePicture,
    boolean cutShort) {
  private static final int LEAST_TEXT = 50;
  private static final double MOST_UNREADABLE = 0.05;
  private static final double SCANNED_SHARE = 0.6;

  /** Whether its characters are characters: a font without a map to Unicode gives none. */
  boolean isLegible() {
    return readable > 0 && unreadable < MOST_UNREADABLE * (readable + unreadable);
  }

  /** Whether the page need not be looked at: enough legible text, and no scan behind it. */
  boolean isEnough() {
    return isLegible() && readable >= LEAST_TEXT && pictureShare <= SCANNED_SHARE;
  }
}
