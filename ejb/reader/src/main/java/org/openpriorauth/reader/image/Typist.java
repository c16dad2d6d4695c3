package org.openpriorauth.reader.image;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;

/** Sets a text line by line, and takes a new page when one is full. */
final class Typist {
  private final int maxPages;
  private final List<TypedPage> pages = new ArrayList<>();
  private TypedPage page = new TypedPage();

  Typist(int maxPages) {
    this.maxPages = maxPages;
    pages.add(page);
  }

  /**
   * Sets all of a text; empty lines at its end are left out.
   *
   * @param text without tabs and carriage returns
   * @throws Failure TOO_MANY_PAGES as soon as they are too many, however long the text
   */
  void set(String text) throws Failure {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    int from = 0;
    for (int i = 0; i <= end; i++) {
      char c = i == end ? '\n' : text.charAt(i);
      if (c == '\n' || c == '\f') {
        line(text, from, i);
        from = i + 1;
      }
      if (c == '\f') {
        turn();
      }
    }
  }

  /** A line that is longer than a page is cut: a page is never longer than one. */
  private void line(String text, int start, int end) throws Failure {
    int from = start;
    while (end - from > TypedPage.LONGEST_LINE) {
      int to = cut(text, from, from + TypedPage.LONGEST_LINE);
      add(text.substring(from, to));
      from = to;
    }
    add(text.substring(from, end));
  }

  /** Behind the last space, or inside a word that has none; never inside a character. */
  private static int cut(String text, int from, int limit) {
    int space = text.lastIndexOf(' ', limit - 1);
    if (space > from) {
      return space + 1;
    }
    return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }

  private void add(String line) throws Failure {
    if (!page.hasRoomFor(line)) {
      turn();
    }
    page.add(line);
  }

  private void turn() throws Failure {
    if (pages.size() >= maxPages) {
      throw new Failure(FailureCode.TOO_MANY_PAGES);
    }
    page = new TypedPage();
    pages.add(page);
  }

  List<TypedPage> pages() {
    return pages;
  }
}
