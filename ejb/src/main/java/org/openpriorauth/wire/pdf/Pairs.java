package org.openpriorauth.wire.pdf;

import java.util.List;

/** Names with their values, in columns on the page's grid. */
public final class Pairs {
  private static final float GUTTER = 24;
  private static final float NAME = 84;

  /**
   * @param value empty if it is not known, which is said
   */
  public record Pair(String name, String value) {}

  private Pairs() {}

  /** Row by row, so many beside each other. */
  public static void set(Flow flow, Look look, int columns, List<Pair> pairs) {
    float width = (Look.WIDTH - GUTTER * (columns - 1)) / columns;
    for (int row = 0; row < pairs.size(); row += columns) {
      List<Pair> beside = pairs.subList(row, Math.min(row + columns, pairs.size()));
      List<List<Line>> values =
          beside.stream().map(p -> Line.wrap(value(look, p), width - NAME)).toList();
      float height = (float) values.stream().mapToDouble(Line::height).max().orElse(0);
      flow.need(height);
      for (int i = 0; i < beside.size(); i++) {
        float x = Look.LEFT + i * (width + GUTTER);
        float baseline = flow.y() + look.body.leading() * Sheet.BASELINE;
        flow.sheet().words(x, baseline, new Run(beside.get(i).name(), look.label));
        flow.sheet().lines(x + NAME, flow.y(), values.get(i));
      }
      flow.gap(height + 3);
    }
  }

  private static Run value(Look look, Pair pair) {
    return pair.value().isEmpty()
        ? new Run("Not stated", look.label)
        : new Run(pair.value(), look.body);
  }
}
