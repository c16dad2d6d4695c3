package org.openpriorauth.wire.pdf;

import java.util.ArrayList;
import java.util.List;

/** Breaks runs into lines at spaces, first fit. */
final class Wrapping {
  private final float measure;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line.Piece> pieces = new ArrayList<>();

  /** What has no break within: pieces of one or more runs that touch. */
  private final List<Run> word = new ArrayList<>();

  private float wordWidth;
  private float x;
  private float leading;

  /** Width of the space that is owed before the next word. */
  private float space;

  Wrapping(float measure) {
    this.measure = measure;
  }

  void add(Run run) {
    String text = run.text();
    int from = 0;
    while (from < text.length()) {
      int blank = text.indexOf(' ', from);
      int to = blank < 0 ? text.length() : blank;
      if (to > from) {
        part(new Run(text.substring(from, to), run.style(), run.target()));
      }
      if (blank >= 0) {
        endWord();
        space = run.style().width(" ");
      }
      from = to + 1;
    }
    leading = Math.max(leading, run.style().leading());
  }

  private void part(Run part) {
    float width = part.style().width(part.text());
    if (width <= measure) {
      word.add(part);
      wordWidth += width;
      return;
    }
    int fits = 1;
    while (part.style().width(part.text().substring(0, fits + 1)) <= measure) {
      fits++;
    }
    endWord();
    part(new Run(part.text().substring(0, fits), part.style(), part.target()));
    endWord();
    part(new Run(part.text().substring(fits), part.style(), part.target()));
  }

  private void endWord() {
    if (word.isEmpty()) {
      return;
    }
    float gap = pieces.isEmpty() ? 0 : space;
    if (x + gap + wordWidth > measure && !pieces.isEmpty()) {
      endLine();
      gap = 0;
    }
    x += gap;
    for (Run part : word) {
      place(part);
    }
    word.clear();
    wordWidth = 0;
    space = 0;
  }

  private void place(Run part) {
    leading = Math.max(leading, part.style().leading());
    Line.Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (last != null
        && last.run().style().equals(part.style())
        && java.util.Objects.equals(last.run().target(), part.target())) {
      float end = last.x() + last.run().style().width(last.run().text());
      String joint = x - end > 0.01f ? " " : "";
      pieces.set(
          pieces.size() - 1,
          new Line.Piece(
              last.x(),
              new Run(last.run().text() + joint + part.text(), part.style(), part.target())));
    } else {
      pieces.add(new Line.Piece(x, part));
    }
    x += part.style().width(part.text());
  }

  private void endLine() {
    lines.add(new Line(pieces, leading));
    pieces.clear();
    x = 0;
    leading = 0;
  }

  List<Line> lines() {
    endWord();
    if (!pieces.isEmpty() || lines.isEmpty()) {
      endLine();
    }
    return List.copyOf(lines);
  }
}
