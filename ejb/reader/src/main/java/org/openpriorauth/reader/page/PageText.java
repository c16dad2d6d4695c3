package org.openpriorauth.reader.page;

import java.util.List;

/**
 * The text of a page and where its words are.
 *
 * @param text in reading order, every line ended by \n
 * @param spans one for each word, ascending
 */
public record PageText(String text, List<Span> spans) {
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
