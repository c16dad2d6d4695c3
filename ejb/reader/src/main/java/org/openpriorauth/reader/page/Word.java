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
  /** Makes every text one that JSON and a database can hold: broken fonts map to anything. */
  public Word {
    text = sound(text);
  }

  /** A word of a straight page. */
  public Word(String text, Box box, int confidence) {
    this(text, box, confidence, box);
  }

  /**
   * The same without control characters and halves of characters. Same length, so that nothing that
   * counted its characters is wrong afterwards.
   */
  public static String sound(String text) {
    StringBuilder sound = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1))
              || Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(text.charAt(i - 1));
      if (Character.isISOControl(c) || Character.isSurrogate(c) && !pair) {
        sound.setCharAt(i, '\uFFFD');
      }
    }
    return sound.toString();
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
