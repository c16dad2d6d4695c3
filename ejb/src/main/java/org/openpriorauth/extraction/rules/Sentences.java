package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the running text of a page into sentences; an entry of a list is one. */
final class Sentences {
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\s*+(?:[\u2022\u25cf\u25aa\u2023\u00b7*\u2610\u2611o-]|\\d{1,2}[.)]|\\(?[a-z][.)])\\s.*");
  private static final Pattern STOP = Pattern.compile("[.!?]\"?+(?=\\s+[\\p{Lu}\\d\"(])");
  private static final Pattern SHORT =
      Pattern.compile(
          "(?:^|[\\s(])(?:Dr|Mr|Mrs|Ms|vs|No|St|approx|e\\.g|i\\.e|\\p{Lu}|Jr|Sr|Dx|Hx|pt)$");

  /** In characters: what goes on longer is no sentence, and is cut between words. */
  private static final int LONGEST = 800;

  /** Of the page's text width: a row that ends before it was not broken for want of space. */
  private static final double SHORT_ROW = 0.72;

  private Sentences() {}

  static List<Span> of(Sheet sheet, Set<Integer> tableRows) {
    List<Span> sentences = new ArrayList<>();
    double edge = sheet.rows().stream().mapToDouble(Row::right).max().orElse(1);
    int start = -1;
    int end = -1;
    Row before = null;
    for (Row row : sheet.rows()) {
      boolean table = tableRows.contains(row.index());
      if (start >= 0 && (table || starts(sheet, row, before, edge))) {
        cut(sheet.span(start, end), sentences);
        start = -1;
      }
      if (!table) {
        start = start < 0 ? row.start() : start;
        end = row.end();
        before = row;
      }
    }
    if (start >= 0) {
      cut(sheet.span(start, end), sentences);
    }
    return sentences;
  }

  private static boolean starts(Sheet sheet, Row row, Row before, double edge) {
    String text = sheet.text().substring(row.start(), row.end());
    boolean apart = row.gap() || row.cells().size() > 1 || before.cells().size() > 1;
    boolean upper = !Character.isLowerCase(text.charAt(0));
    String last = sheet.text().substring(before.start(), before.end());
    return apart
        || ENTRY.matcher(text).matches()
        || upper && before.right() < edge * SHORT_ROW
        || Sections.headed(text) != null
        || Sections.headed(last) != null && last.indexOf(':') < 0;
  }

  private static void cut(Span block, List<Span> sentences) {
    String text = block.text();
    Matcher stop = STOP.matcher(text);
    int from = 0;
    while (stop.find()) {
      String head = text.substring(Math.max(from, stop.start() - 12), stop.start());
      if (!SHORT.matcher(head).find()) {
        add(block.part(from, stop.end()), sentences);
        from = stop.end();
      }
    }
    if (from < text.length()) {
      add(block.part(from, text.length()), sentences);
    }
  }

  private static void add(Span sentence, List<Span> sentences) {
    Span rest = sentence.trimmed("");
    String text = rest.sheet().text();
    while (rest.end() - rest.start() > LONGEST) {
      int space = text.lastIndexOf(' ', rest.start() + LONGEST);
      int end = space > rest.start() ? space : rest.start() + LONGEST;
      sentences.add(rest.sheet().span(rest.start(), end));
      rest = rest.sheet().span(end, rest.end()).trimmed("");
    }
    sentences.add(rest);
  }
}
