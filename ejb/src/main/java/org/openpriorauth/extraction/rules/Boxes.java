package org.openpriorauth.extraction.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Boxes to tick before a choice, as they are typed, printed, or read by OCR. */
final class Boxes {
  private static final Pattern TICKED =
      Pattern.compile(
          "\\[\\s?[xX\u2713\u2714*]\\s?\\]|\\(\\s?[xX]\\s?\\)|[\u2611\u2612\u2713\u2714\u2715-\u2718\u25a0\u25cf]|(?<!\\S)[xX](?=\\s\\p{L})");

  /** Empty, or of an unclear state: a mark in doubt is for a person and ticks nothing. */
  private static final Pattern EMPTY =
      Pattern.compile(
          "\\[[\\s_]{0,3}\\]|\\[\\?\\]|\\(\\s{1,3}\\)|(?<!\\S)_{1,3}(?=\\s)|[\u2610\u25a1\u25cb\u274f-\u2752]");

  /** What OCR makes of a printed box that is empty. */
  private static final Pattern READ_EMPTY =
      Pattern.compile(
          "(?<![\\w(\\[])(?:[\\[(]\\s?[1IlJj]?\\s?[\\])]?|C[1Il]|[Oo0](?=\\s\\p{Lu}))(?=\\s{1,2}\\S|$)");

  private Boxes() {}

  /**
   * Whether the box that stands nearest before a place in its clause is an empty one, or one in
   * doubt.
   */
  static boolean isEmptyBefore(Clause clause, Span place) {
    Sheet sheet = clause.leaf().sheet();
    Row row = clause.row(place);
    Span before = sheet.span(Math.max(row.start(), place.start() - 200), place.start());
    String text = before.text();
    int empty = last(EMPTY, text);
    boolean ocr = place.confidence() < 100;
    if (ocr && !sheet.text().startsWith(")", place.end())) {
      empty = Math.max(empty, last(READ_EMPTY, text));
    }
    return empty > last(TICKED, text);
  }

  /** Whether a text is nothing but a box with its tick. */
  static boolean isTicked(Span head) {
    Matcher m = TICKED.matcher(head.text());
    return m.find() && head.value().length() == m.group().strip().length();
  }

  /** Whether a row shows at least one tick. */
  static boolean isTickedRow(Span row) {
    return TICKED.matcher(row.text()).find();
  }

  /** A box that stands close behind a word, and apart from the next, is that word's. */
  private static boolean isBehind(String text, int start, int end) {
    return start > 1
        && text.charAt(start - 1) == ' '
        && !Character.isWhitespace(text.charAt(start - 2))
        && text.startsWith("   ", end);
  }

  private static int last(Pattern pattern, String text) {
    Matcher m = pattern.matcher(text);
    int at = -1;
    while (m.find()) {
      at = isBehind(text, m.start(), m.end()) ? at : m.start();
    }
    return at;
  }
}
