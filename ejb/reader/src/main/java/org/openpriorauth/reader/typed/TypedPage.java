package org.openpriorauth.reader.typed;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.page.Box;
import org.openpriorauth.reader.page.PageText;
import org.openpriorauth.reader.page.Word;

/** A page of a typewriter. */
final class TypedPage {
  private final Format format;
  private final List<Line> foot;
  private final int room;
  private final StringBuilder text = new StringBuilder();
  private final List<PageText.Span> spans = new ArrayList<>();

  /** Words that are drawn bold, by their place in the spans. */
  private final List<Boolean> bold = new ArrayList<>();

  private int rows;
  private boolean begun;

  /** With what stands at its top, and what will stand at its bottom. */
  TypedPage(Format format, List<Line> head, List<Line> foot) {
    this.format = format;
    this.foot = foot;
    this.room = format.rows() - rows(foot);
    head.forEach(this::put);
  }

  static int rows(List<Line> lines) {
    return lines.stream().mapToInt(Line::rows).sum();
  }

  /**
   * Whether a line fits; the first always does. White space at the end of lines takes no room on
   * the page, but it does in the text.
   */
  boolean hasRoomFor(Line line) {
    int mostCharacters = 2 * format.columns() * format.rows();
    return !begun
        || rows + line.rows() <= room && text.length() + line.text().length() <= mostCharacters;
  }

  /** Whether anything was typed between its top and its bottom. */
  boolean begun() {
    return begun;
  }

  /** Sets one line. */
  void add(Line line) {
    put(line);
    begun = true;
  }

  private void put(Line line) {
    int from = text.length();
    text.append(line.text()).append('\n');
    for (Line.Place place : line.places()) {
      int start = from + place.start();
      int end = from + place.end();
      Box box =
          new Box(
              format.x(place.column()),
              format.y(rows + place.row()),
              (end - start) * format.width(),
              format.height() * 0.9);
      spans.add(new PageText.Span(start, end, new Word(text.substring(start, end), box, 100)));
      bold.add(line.bold());
    }
    rows += line.rows();
  }

  /** Nothing more will be added but what stands at the bottom. */
  void close() {
    rows = room;
    foot.forEach(this::put);
  }

  Format format() {
    return format;
  }

  PageText text() {
    return new PageText(text.toString(), spans);
  }

  /** Draws each word over its box. */
  void draw(Graphics2D graphics, int width, int height) {
    float size = (float) (format.typeSize() * width / format.size().width());
    Font plain = new Font(Font.MONOSPACED, Font.PLAIN, 10).deriveFont(size);
    Font heavy = plain.deriveFont(Font.BOLD);
    for (int w = 0; w < spans.size(); w++) {
      Box box = spans.get(w).word().box();
      graphics.setFont(bold.get(w) ? heavy : plain);
      float base = (float) ((box.y() + box.height() * 0.8) * height);
      String word = spans.get(w).word().text();
      for (int i = 0; i < word.length(); ) {
        int next = word.offsetByCodePoints(i, 1);
        float x = (float) ((box.x() + i * format.width()) * width);
        graphics.drawString(word.substring(i, next), x, base);
        i = next;
      }
    }
  }
}
