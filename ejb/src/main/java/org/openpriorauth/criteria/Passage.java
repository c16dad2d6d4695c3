package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.PageText;
import org.openpriorauth.kernel.Evidence;

/** A sentence of a page or a line of a list: as much as shows something by itself. */
record Passage(PageText page, int start, int end) {
  private static final Pattern STOP = Pattern.compile("[.!?;][\"”)]?(?=\\s)");
  private static final Pattern ENTRY =
      Pattern.compile("^\\s*(?:[\\u2022\\u25cf\\u25aa\\u00b7*☐☑o-]|\\d{1,2}[.)])\\s");

  /** In characters: a line that ends before it was not broken for want of space. */
  private static final int SHORT_LINE = 45;

  /** In characters: what goes on longer is cut between words. */
  private static final int LONGEST = 300;

  static List<Passage> of(PageText page, int most) {
    List<Passage> passages = new ArrayList<>();
    String text = page.text().substring(0, Math.min(most, page.text().length()));
    int block = 0;
    int line = 0;
    boolean ended = true;
    while (line < text.length()) {
      int newline = text.indexOf('\n', line);
      int end = newline < 0 ? text.length() : newline + 1;
      String words = text.substring(line, end);
      if (ended || words.isBlank() || ENTRY.matcher(words).find()) {
        sentences(page, block, line, passages);
        block = line;
      }
      ended = words.strip().length() < SHORT_LINE;
      line = end;
    }
    sentences(page, block, text.length(), passages);
    return passages;
  }

  String text() {
    return page.text().substring(start, end);
  }

  Evidence evidence() {
    return page.evidence(start, end);
  }

  private static void sentences(PageText page, int start, int end, List<Passage> passages) {
    Matcher stop = STOP.matcher(page.text()).region(start, end);
    stop.useTransparentBounds(true);
    int from = start;
    while (stop.find()) {
      cut(page, from, stop.end(), passages);
      from = stop.end();
    }
    cut(page, from, end, passages);
  }

  private static void cut(PageText page, int start, int end, List<Passage> passages) {
    String text = page.text();
    int from = start;
    while (from < end) {
      int to = end;
      if (to - from > LONGEST) {
        int space = text.lastIndexOf(' ', from + LONGEST);
        to = space > from ? space : from + LONGEST;
      }
      add(page, from, to, passages);
      from = to;
    }
  }

  private static void add(PageText page, int start, int end, List<Passage> passages) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(page.text().charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(page.text().charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      passages.add(new Passage(page, from, to));
    }
  }
}
