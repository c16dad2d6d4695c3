package org.openpriorauth.packet.pdfbox;

import java.util.ArrayList;
import java.util.List;

/** A page as it is laid out: what goes where, in points from the top left corner. */
final class Sheet {
  /** Something to be put on the page. */
  sealed interface Mark {}

  /**
   * @param y of the baseline
   */
  record Words(float x, float y, Run run) implements Mark {}

  record Rule(float x, float y, float width, float weight) implements Mark {}

  record Frame(float x, float y, float width, float height, float weight) implements Mark {}

  /** How far down a line its baseline is: ascenders above, descenders below. */
  static final float BASELINE = 0.74f;

  private final List<Mark> marks = new ArrayList<>();

  List<Mark> marks() {
    return marks;
  }

  void words(float x, float baseline, Run run) {
    marks.add(new Words(x, baseline, run));
  }

  void wordsRight(float right, float baseline, Run run) {
    words(right - run.style().width(run.text()), baseline, run);
  }

  void rule(float x, float y, float width, float weight) {
    marks.add(new Rule(x, y, width, weight));
  }

  void frame(float x, float y, float width, float height, float weight) {
    marks.add(new Frame(x, y, width, height, weight));
  }

  /** Sets the lines down from the top edge given; returns where they end. */
  float lines(float x, float top, List<Line> lines) {
    float y = top;
    for (Line line : lines) {
      float baseline = y + line.leading() * BASELINE;
      for (Line.Piece piece : line.pieces()) {
        words(x + piece.x(), baseline, piece.run());
      }
      y += line.leading();
    }
    return y;
  }
}
