package org.openpriorauth.reader.ocr;

import java.util.List;
import java.util.Set;
import org.openpriorauth.reader.page.Box;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.Rotation;
import org.openpriorauth.reader.page.Word;

/**
 * What OCR made of a page.
 *
 * @param rotation the turn that brought it upright
 * @param words on the upright page
 * @param flags {@code blank}, {@code no_words}, {@code low_quality}, {@code handwriting}, {@code
 *     unclear_box}
 * @param straightening the way to the straight picture, null if nothing was read
 * @param ocr how
 */
public record Recognised(
    Rotation rotation,
    List<Word> words,
    Set<String> flags,
    Straightening straightening,
    Page.Ocr ocr) {

  /** What the page's text comes from, if it comes from here. */
  public Page.Source source() {
    if (flags.contains(Recognition.HANDWRITING)) {
      return Page.Source.HANDWRITING;
    }
    return words.isEmpty() ? Page.Source.IMAGE : Page.Source.OCR;
  }

  /**
   * A word from elsewhere, put among these: on the same upright page, and on the same lines.
   *
   * @param turned how its page was turned
   * @param word on that page
   */
  public Word straightened(Rotation turned, Word word) {
    Rotation missing = Rotation.ofDegrees(rotation.degrees() - turned.degrees());
    Box box = missing.turn(word.box());
    Box line = straightening == null ? box : straightening.straight(box);
    return new Word(word.text(), box, word.confidence(), line);
  }
}
