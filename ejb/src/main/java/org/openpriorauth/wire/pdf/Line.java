package org.openpriorauth.wire.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text, ready to be set.
 *
 * @param leading the room that it takes
 */
public record Line(List<Piece> pieces, float leading) {
  /**
   * @param x from the line's left end
   */
  public record Piece(float x, Run run) {}

  public Line {
    pieces = List.copyOf(pieces);
  }

  public static Line empty(float leading) {
    return new Line(List.of(), leading);
  }

  /** The paragraph in lines no wider than the measure; a word that is wider is cut. */
  public static List<Line> wrap(List<Run> runs, float measure) {
    Wrapping wrapping = new Wrapping(measure);
    runs.forEach(wrapping::add);
    return wrapping.lines();
  }

  public static List<Line> wrap(Run run, float measure) {
    return wrap(List.of(run), measure);
  }

  /** Several paragraphs one under the other. */
  public static List<Line> stack(List<List<Line>> paragraphs, float gap) {
    List<Line> all = new ArrayList<>();
    for (List<Line> paragraph : paragraphs) {
      if (!all.isEmpty() && gap > 0) {
        all.add(empty(gap));
      }
      all.addAll(paragraph);
    }
    return all;
  }

  public static float height(List<Line> lines) {
    float height = 0;
    for (Line line : lines) {
      height += line.leading();
    }
    return height;
  }
}
