package org.openpriorauth.reader.typed;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.Limits;

/** Plain text: its own lines are kept. */
public final class PlainText {
  private static final Format FORMAT = Format.UPRIGHT;

  /** Characters of a line that fits a page, however its words are broken over the rows. */
  private static final int LONGEST_LINE = FORMAT.columns() * FORMAT.rows() / 2;

  private final Typist typist;

  private PlainText(Typist typist) {
    this.typist = typist;
  }

  /**
   * Sets a text.
   *
   * @param content UTF-8, checked before
   * @throws Failure TOO_MANY_PAGES
   */
  public static TypedDocument open(byte[] content, Limits limits) throws Failure {
    String text = new String(content, StandardCharsets.UTF_8);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Typist typist = new Typist(FORMAT, limits.maxPages(), 1);
    new PlainText(typist).set(sound(plain));
    return new TypedDocument("text/plain", Set.of(), typist.pages(), limits.maxPixels());
  }

  private static String sound(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\t", "    ");
    return lines.replace(Line.PAGE, '\uFFFD').replace(Line.PAGES, '\uFFFD');
  }

  /** Empty lines at the end are left out. */
  private void set(String text) throws Failure {
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
        typist.turn();
      }
    }
  }

  /** A line that is longer than a page is cut: a page is never longer than one. */
  private void line(String text, int start, int end) throws Failure {
    int from = start;
    while (end - from > LONGEST_LINE) {
      int to = cut(text, from, from + LONGEST_LINE);
      typist.add(Line.of(text.substring(from, to), FORMAT.columns()));
      from = to;
    }
    typist.add(Line.of(text.substring(from, end), FORMAT.columns()));
  }

  /** Behind the last space, or inside a word that has none; never inside a character. */
  static int cut(String text, int from, int limit) {
    for (int at = limit - 1; at > from; at--) {
      if (text.charAt(at) == ' ') {
        return at + 1;
      }
    }
    return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }
}
