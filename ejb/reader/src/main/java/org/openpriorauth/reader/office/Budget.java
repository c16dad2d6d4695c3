package org.openpriorauth.reader.office;

import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.typed.Block;

/** How much one document may hold, however small the file is that it came in. */
final class Budget {
  private static final int MOST_CHARACTERS = 5_000_000;
  private static final int MOST_BLOCKS = 300_000;

  private boolean said;
  private boolean pictured;
  private int characters;
  private int blocks;

  /**
   * Counts a text.
   *
   * @return the same with ordinary spaces, and without what no text may hold
   * @throws Failure TOO_LARGE
   */
  String text(String text) throws Failure {
    spend(text.length());
    said |= !text.isBlank();
    String spaced = text.replace('\u00a0', ' ').replace('\u202f', ' ');
    return spaced.replace(Block.PAGE, '\uFFFD').replace(Block.PAGES, '\uFFFD');
  }

  /** Notes a picture, which is not read. */
  void picture() {
    pictured = true;
  }

  /**
   * Ends the reading.
   *
   * @throws Failure UNSUPPORTED if all that it holds are pictures, as where a scan was pasted in
   */
  void end() throws Failure {
    if (pictured && !said) {
      throw new Failure(
          FailureCode.UNSUPPORTED, "It holds pictures only, which are not read in it.");
    }
  }

  /** Counts a text that is ours. */
  String seen(String text) throws Failure {
    spend(text.length());
    return text;
  }

  /** Counts characters. */
  void spend(int more) throws Failure {
    characters += more;
    if (characters > MOST_CHARACTERS) {
      throw new Failure(FailureCode.TOO_LARGE);
    }
  }

  /** Counts a paragraph, a row or a cell. */
  void block() throws Failure {
    blocks++;
    if (blocks > MOST_BLOCKS) {
      throw new Failure(FailureCode.TOO_LARGE);
    }
  }
}
