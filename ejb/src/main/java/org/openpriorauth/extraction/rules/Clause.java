package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that stand with a code: its sentence, or only its cell where a row has several, because
 * what stands in another column speaks of something else.
 */
record Clause(Leaf leaf, Span span) {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?i)\\b(?:for example|for instance|e\\.\\s?g\\.|such as|examples?)(?![\\w-])[^;]{0,160}$");

  /** A row that ends with a code is an entry of a list, if the next one begins with a capital. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?:[A-Z]\\d[0-9A-Z](?:\\.[0-9A-Z]{1,4})?|\\d{5})[\\])]?\\.?[ \\t]{0,9}\\n\\s{0,20}(?=\\p{Lu})");

  /** In characters: how far before a place a quotation may begin. */
  private static final int QUOTATION = 800;

  static Clause of(Leaf leaf, Span place) {
    Sheet sheet = leaf.sheet();
    Span sentence = leaf.sentence(place);
    int start = sentence.start();
    int end = Math.max(place.end(), sentence.end());
    String before = sheet.text().substring(start, Math.max(start, place.start()));
    Matcher entry = ENTRY.matcher(before);
    int from = start;
    while (entry.find()) {
      start = from + entry.end();
    }
    int index = sheet.rowAt(place.start());
    Row row = index < 0 ? null : sheet.rows().get(index);
    if (row != null && row.cells().size() > 1) {
      Cell cell = row.cells().get(cellOf(row, place));
      start = Math.max(start, cell.start());
      end = Math.max(place.end(), Math.min(end, cell.end()));
    }
    return new Clause(leaf, sheet.span(Math.min(start, place.start()), end));
  }

  static int cellOf(Row row, Span place) {
    int own = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      own = row.cells().get(i).start() <= place.start() ? i : own;
    }
    return own;
  }

  Row row(Span place) {
    return leaf.sheet().rows().get(Math.max(0, leaf.sheet().rowAt(place.start())));
  }

  Span before(Span place) {
    return leaf.sheet().span(span.start(), Math.max(span.start(), place.start()));
  }

  Span after(Span place) {
    return leaf.sheet().span(place.end(), Math.max(place.end(), span.end()));
  }

  String section(Span place) {
    return leaf.section(place);
  }

  /**
   * What is said of a code together with the words that name it: a "without" in a code's own name
   * negates nothing.
   *
   * @param words of the code, or null
   */
  String assertion(Span code, Span words) {
    boolean near = words != null && words.start() < span.end() && words.end() > span.start();
    Span whole =
        near
            ? leaf.sheet()
                .span(Math.min(words.start(), code.start()), Math.max(words.end(), code.end()))
            : code;
    if (leaf.addressed().contains(leaf.sheet().rowAt(code.start())) || isQuotation(code)) {
      return "quoted";
    }
    if (EXAMPLE.matcher(before(code).last(200).text()).find()) {
      return "quoted";
    }
    return Assertions.of(span, whole, section(code));
  }

  private boolean isQuotation(Span code) {
    String page = leaf.sheet().text();
    String before = page.substring(Math.max(0, code.start() - QUOTATION), code.start());
    int open = before.lastIndexOf('\u201c');
    if (open < 0 || open < before.lastIndexOf('\u201d')) {
      return false;
    }
    int limit = Math.min(page.length(), code.end() + QUOTATION);
    return page.substring(code.end(), limit).indexOf('\u201d') >= 0;
  }
}
