package org.openpriorauth.reader.image;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.reader.page.Box;
import org.openpriorauth.reader.page.PageText;
import org.openpriorauth.reader.page.Word;

/**
 * A page of a typewriter: 96 columns, 64 rows. A longer line goes on in the next row as it is seen,
 * but stays one line in the text.
 */
final class TypedPage {
  private static final int COLUMNS = 96;
  private static final int ROWS = 64;
  private static final double MARGIN = 0.06;
  private static final double COLUMN = (1 - 2 * MARGIN) / COLUMNS;
  private static final double ROW = (1 - 2 * MARGIN) / ROWS;

  /** Characters of a line that fits a page, however its words are broken over the rows. */
  static final int LONGEST_LINE = COLUMNS * ROWS / 2;

  /** White space at the end of lines takes no room on the page, but it does in the text. */
  private static final int MOST_CHARACTERS = 2 * COLUMNS * ROWS;

  private static final Pattern WORD = Pattern.compile("\\S{1," + COLUMNS + "}");

  private final StringBuilder text = new StringBuilder();
  private final List<PageText.Span> spans = new ArrayList<>();
  private int rows;

  /** Whether a line fits; the first always does. */
  boolean hasRoomFor(String line) {
    return rows == 0
        || rows + rowsOf(line) <= ROWS && text.length() + line.length() <= MOST_CHARACTERS;
  }

  private static int rowsOf(String line) {
    Matcher words = WORD.matcher(line);
    int rows = 1;
    int shift = 0;
    while (words.find()) {
      if (words.end() - shift > COLUMNS) {
        rows++;
        shift = words.start();
      }
    }
    return rows;
  }

  /** Sets one line, which is no longer than {@link #LONGEST_LINE}. */
  void add(String line) {
    Matcher words = WORD.matcher(line);
    int shift = 0;
    while (words.find()) {
      int column = words.start() - shift;
      if (column + words.group().length() > COLUMNS) {
        rows++;
        shift = words.start();
        column = 0;
      }
      put(words.group(), text.length() + words.start(), column);
    }
    text.append(line).append('\n');
    rows++;
  }

  private void put(String word, int at, int column) {
    Box box =
        new Box(MARGIN + column * COLUMN, MARGIN + rows * ROW, word.length() * COLUMN, ROW * 0.9);
    spans.add(new PageText.Span(at, at + word.length(), new Word(word, box, 100)));
  }

  PageText text() {
    return new PageText(text.toString(), spans);
  }

  /** Draws each word over its box. */
  void draw(Graphics2D graphics, int width, int height) {
    for (PageText.Span span : spans) {
      Box box = span.word().box();
      float base = (float) ((box.y() + box.height() * 0.8) * height);
      String word = span.word().text();
      for (int i = 0; i < word.length(); i++) {
        String letter = word.substring(i, i + 1);
        graphics.drawString(letter, (float) ((box.x() + i * COLUMN) * width), base);
      }
    }
  }
}
