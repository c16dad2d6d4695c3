package org.openpriorauth.extraction.rules;

import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.Evidence;

/** Characters of a page: the only thing that a value is made of. */
record Span(Sheet sheet, int start, int end) {
  Span {
    start = Math.max(0, Math.min(start, sheet.text().length()));
    end = Math.max(start, Math.min(end, sheet.text().length()));
  }

  String text() {
    return sheet.text().substring(start, end);
  }

  /** The text on one line. */
  String value() {
    return text().replaceAll("\\s++", " ").strip();
  }

  boolean isEmpty() {
    return start >= end;
  }

  /** Without white space and the given characters at both ends. */
  Span trimmed(String alsoThese) {
    String text = sheet.text();
    int from = start;
    int to = end;
    while (from < to && strippable(text.charAt(from), alsoThese)) {
      from++;
    }
    while (to > from && strippable(text.charAt(to - 1), alsoThese)) {
      to--;
    }
    return new Span(sheet, from, to);
  }

  int length() {
    return end - start;
  }

  Span part(int from, int to) {
    return new Span(sheet, start + from, start + to);
  }

  /** Its end: what stands close before the place behind it. */
  Span last(int most) {
    return new Span(sheet, Math.max(start, end - most), end);
  }

  /** Its beginning. */
  Span first(int most) {
    return new Span(sheet, start, Math.min(end, start + most));
  }

  private static boolean strippable(char c, String alsoThese) {
    return Character.isWhitespace(c) || alsoThese.indexOf(c) >= 0;
  }

  /** The least trusted word's, 0 to 100. */
  double confidence() {
    return tokens().stream().mapToDouble(Token::confidence).min().orElse(100);
  }

  List<Token> tokens() {
    return sheet.tokens(start, end);
  }

  /** How close two places are on their page, in characters of its text. */
  boolean overlaps(Span other) {
    return sheet == other.sheet && start < other.end && other.start < end;
  }

  Evidence evidence(UUID document) {
    return new Evidence(document, sheet.number(), start, end, box(), text());
  }

  private List<Double> box() {
    List<Token> tokens = tokens();
    if (tokens.isEmpty() || !sheet.placed()) {
      return List.of();
    }
    double left = tokens.stream().mapToDouble(Token::left).min().orElse(0);
    double top = tokens.stream().mapToDouble(Token::top).min().orElse(0);
    double right = tokens.stream().mapToDouble(Token::right).max().orElse(0);
    double bottom = tokens.stream().mapToDouble(Token::bottom).max().orElse(0);
    return List.of(left, top, rounded(right - left), rounded(bottom - top));
  }

  private static double rounded(double fraction) {
    return Math.round(fraction * 10_000) / 10_000.0;
  }
}
