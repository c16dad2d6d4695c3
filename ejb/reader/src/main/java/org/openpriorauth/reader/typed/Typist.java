package org.openpriorauth.reader.typed;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;

/** Sets line by line, and takes a new page when one is full. */
final class Typist {
  /** What stands at the top and the bottom; both together leave more than half of a page. */
  record Running(List<Line> head, List<Line> foot) {
    static final Running NONE = new Running(List.of(), List.of());
  }

  private final Format format;
  private final int maxPages;
  private final int total;
  private final List<TypedPage> pages = new ArrayList<>();
  private Running running = Running.NONE;

  /** From the next page on. */
  private Running next = Running.NONE;

  private TypedPage page;
  private boolean countsPages;
  private boolean blank = true;
  private boolean spaced;

  /**
   * @param total pages that the document will have, as far as is known
   */
  Typist(Format format, int maxPages, int total) {
    this.format = format;
    this.maxPages = maxPages;
    this.total = total;
    this.page = page(1);
    pages.add(page);
  }

  private TypedPage page(int number) {
    return new TypedPage(format, numbered(running.head, number), numbered(running.foot, number));
  }

  private List<Line> numbered(List<Line> lines, int number) {
    countsPages |= lines.stream().anyMatch(Line::countsPages);
    return lines.stream().map(line -> line.numbered(number, total)).toList();
  }

  /** For this page if nothing was typed on it yet, and for the ones after it. */
  void running(Running first, Running rest) {
    next = rest;
    if (!page.begun()) {
      running = first;
      page = page(pages.size());
      pages.set(pages.size() - 1, page);
    }
  }

  /**
   * @param line no higher than half of a page
   * @throws Failure TOO_MANY_PAGES as soon as they are too many, however long the text
   */
  void add(Line line) throws Failure {
    countsPages |= line.countsPages();
    Line known = line.numbered(pages.size(), total);
    Line empty = Line.of("", format.columns());
    if (spaced && !blank && page.begun() && page.hasRoomFor(empty)) {
      page.add(empty);
    }
    if (!page.hasRoomFor(known)) {
      turn();
    }
    page.add(known);
    blank = known.places().isEmpty();
    spaced = false;
  }

  /** White space before what comes next, once; none at the top of a page. */
  void space() {
    spaced = true;
  }

  /** Whether something was typed on this page. */
  boolean begun() {
    return page.begun();
  }

  void turn() throws Failure {
    if (pages.size() >= maxPages) {
      throw new Failure(FailureCode.TOO_MANY_PAGES);
    }
    page.close();
    spaced = false;
    running = next;
    page = page(pages.size() + 1);
    pages.add(page);
  }

  /** Whether the number of pages stands on one of them. */
  boolean countsPages() {
    return countsPages;
  }

  /** Ends the last page. */
  List<TypedPage> pages() {
    page.close();
    return pages;
  }
}
