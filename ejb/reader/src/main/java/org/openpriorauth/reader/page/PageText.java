package org.openpriorauth.reader.page;

import java.util.List;

/**
 * The text of a page and where its words are.
 *
 * @param text in reading order, every line ended by \n
 * @param spans one for each word, ascending
 */
public record PageText(String text, List<Span> spans) {
  /** Beyond this a page is not written by people; the rest is left out. */
  public static final int MOST_CHARACTERS = 200_000;

  /** The same in words: the densest page of print has some three thousand. */
  public static final int MOST_WORDS = 50_000;

  /** Nothing. */
  public static final PageText EMPTY = new PageText("", List.of());

  /** Keeps its own list. */
  public PageText {
    spans = List.copyOf(spans);
  }

  /**
   * One word in the text.
   *
   * @param start UTF-16 offset of its first character
   * @param end UTF-16 offset behind its last character
   */
  public record Span(int start, int end, Word word) {}
}
