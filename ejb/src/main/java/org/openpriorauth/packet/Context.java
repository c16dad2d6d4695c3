package org.openpriorauth.packet;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words around a place on a page: enough for a reader who has not turned to it yet. */
final class Context {
  /** Characters to either side of the place. */
  private static final int REACH = 220;

  /** A shorter line than this is a row of a form or a table, not prose. */
  private static final int PROSE = 60;

  private static final Pattern END = Pattern.compile("[.!?;](?=\\s)|\\n\\s*\\n");

  private Context() {}

  /**
   * The sentence, or the row, in which the span stands; verbatim but for line ends.
   *
   * @param start of the span in the page's text
   * @param end one past its last character
   */
  static String around(String text, int start, int end) {
    return around(text, start, end, List.of());
  }

  /**
   * The same with misread words put right.
   *
   * @param corrected of this page, in order
   */
  static String around(String text, int start, int end, List<PutRight> corrected) {
    if (start < 0 || end > text.length() || start >= end) {
      return "";
    }
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = text.indexOf('\n', end);
    lineEnd = lineEnd < 0 ? text.length() : lineEnd;
    if (lineEnd - lineStart < PROSE) {
      return words(text, lineStart, lineEnd, corrected);
    }
    int from = sentenceStart(text, start);
    int to = sentenceEnd(text, end);
    return words(text, from, to, corrected);
  }

  private static String words(String text, int from, int to, List<PutRight> corrected) {
    StringBuilder words = new StringBuilder();
    int at = from;
    for (PutRight put : corrected) {
      int start = Math.max(put.place().start(), at);
      int end = Math.min(put.place().end(), to);
      if (start < end) {
        words.append(text, at, start).append(put.words());
        at = end;
      }
    }
    return tidy(words.append(text, at, to).toString());
  }

  private static int sentenceStart(String text, int start) {
    int earliest = Math.max(0, start - REACH);
    int from = earliest == 0 ? 0 : wordAfter(text, earliest, start);
    Matcher ends = END.matcher(text).region(earliest, start);
    while (ends.find()) {
      from = ends.end();
    }
    return from;
  }

  private static int sentenceEnd(String text, int end) {
    int latest = Math.min(text.length(), end + REACH);
    Matcher ends = END.matcher(text).region(end, latest).useTransparentBounds(true);
    if (ends.find()) {
      return ends.end();
    }
    int space = text.lastIndexOf(' ', latest);
    return latest == text.length() || space <= end ? latest : space;
  }

  private static int wordAfter(String text, int from, int start) {
    int space = text.indexOf(' ', from);
    return space < 0 || space >= start ? start : space + 1;
  }

  private static String tidy(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }
}
