package org.openpriorauth.wire.pdf;

import java.util.ArrayList;
import java.util.List;

/** A page as it is laid out: what goes where, in points from the top left corner. */
public final class Sheet {
  /** Something to be put on the page. */
  public sealed interface Mark {}

  /**
   * @param y of the baseline
   */
  public record Words(float x, float y, Run run) implements Mark {}

  public record Rule(float x, float y, float width, float weight) implements Mark {}

  public record Frame(float x, float y, float width, float height, float weight) implements Mark {}

  /** How far down a line its baseline is: ascenders above, descenders below. */
  public static final float BASELINE = 0.74f;

  private final List<Mark> marks = new ArrayList<>();

  public List<Mark> marks() {
    return marks;
  }

  public void words(float x, float baseline, Run run) {
    marks.add(new Words(x, baseline, run));
  }

  public void wordsRight(float right, float baseline, Run run) {
    words(right - run.style().width(run.text()), baseline, run);
  }

  public void rule(float x, float y, float width, float weight) {
    marks.add(new Rule(x, y, width, weight));
  }

  public void frame(float x, float y, float width, float height, float weight) {
    marks.add(new Frame(x, y, width, height, weight));
  }

  /** Sets the lines down from the top edge given; returns where they end. */
  public float lines(float x, float top, List<Line> lines) {
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
