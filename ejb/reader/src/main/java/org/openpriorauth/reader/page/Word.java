package org.openpriorauth.reader.page;

/**
 * One word as read.
 *
 * @param text without white space, never empty
 * @param box on the upright page
 * @param confidence 0 to 100; 100 for a text layer
 * @param line where the word lies once the page is straight: what lines and gaps are made from. The
 *     same as {@code box} unless the page is skewed
 */
public record Word(String text, Box box, int confidence, Box line) {
  /** A word of a straight page. */
  public Word(String text, Box box, int confidence) {
    this(text, box, confidence, box);
  }

  /** Whether there is anything in it that a reader would call text. */
  public boolean hasLetterOrDigit() {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The same word, trusted differently. */
  public Word trusted(int newConfidence) {
    return new Word(text, box, newConfidence, line);
  }

  /** Width of one character on average. */
  double characterWidth() {
    return line.width() / text.length();
  }
}
