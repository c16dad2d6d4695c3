package org.openpriorauth.wire.pdf;

import java.util.ArrayList;
import java.util.List;

/** Rows under a header that is repeated on each page; a long row goes on overleaf. */
public final class Table {
  private static final float PAD = 5;

  /** A row up to this height is kept on one page. */
  private static final float KEPT = 170;

  /** A row is not begun in less than this. */
  private static final float LEAST = 42;

  /**
   * @param x from the left margin
   * @param right whether what is in it stands at its right end, as numbers do
   */
  public record Column(String title, float x, float width, boolean right) {
    public List<Line> cell(Run run) {
      return right ? flushRight(run) : Line.wrap(run, width);
    }

    private List<Line> flushRight(Run run) {
      float at = width - run.style().width(run.text());
      return List.of(new Line(List.of(new Line.Piece(at, run)), run.style().leading()));
    }
  }

  private final Flow flow;
  private final Look look;
  private final List<Column> columns;

  public Table(Flow flow, Look look, List<Column> columns) {
    this.flow = flow;
    this.look = look;
    this.columns = List.copyOf(columns);
    flow.need(LEAST * 2);
    header();
  }

  private void header() {
    float y = flow.y();
    float end = y;
    for (Column column : columns) {
      List<Line> title = column.cell(new Run(column.title(), look.label));
      end = Math.max(end, flow.sheet().lines(Look.LEFT + column.x(), y, title));
    }
    flow.moveTo(end + 3);
    flow.sheet().rule(Look.LEFT, flow.y(), Look.WIDTH, 1);
  }

  /** A row for people who expect some. */
  public void none() {
    row(List.of(Line.wrap(new Run("None", look.small), columns.get(0).width() + 40)));
  }

  /**
   * @param cells one for each column, from the first
   */
  public void row(List<List<Line>> cells) {
    float height = 2 * PAD;
    for (List<Line> cell : cells) {
      height = Math.max(height, Line.height(cell) + 2 * PAD);
    }
    if (flow.room() < Math.min(height, LEAST) || height <= KEPT && flow.room() < height) {
      overleaf();
    }
    int[] next = new int[cells.size()];
    List<List<Line>> left = new ArrayList<>(cells);
    while (!setAsMuchAsFits(left, next)) {
      overleaf();
      sayAgain(left, next);
    }
  }

  /** What goes on overleaf shows its number again, and that it goes on. */
  private void sayAgain(List<List<Line>> cells, int[] next) {
    next[0] = 0;
    if (next[1] == cells.get(1).size()) {
      cells.set(1, Line.wrap(new Run("continued", look.label), columns.get(1).width()));
      next[1] = 0;
    }
  }

  private void overleaf() {
    flow.turn();
    header();
  }

  private boolean setAsMuchAsFits(List<List<Line>> cells, int[] next) {
    float top = flow.y() + PAD;
    float end = top;
    boolean all = true;
    for (int i = 0; i < cells.size(); i++) {
      List<Line> cell = cells.get(i);
      float y = top;
      while (next[i] < cell.size() && y + cell.get(next[i]).leading() <= Look.BOTTOM - PAD) {
        List<Line> line = cell.subList(next[i], next[i] + 1);
        y = flow.sheet().lines(Look.LEFT + columns.get(i).x(), y, line);
        next[i]++;
      }
      end = Math.max(end, y);
      all &= next[i] == cell.size();
    }
    flow.moveTo(end + PAD);
    flow.sheet().rule(Look.LEFT, flow.y(), Look.WIDTH, Look.HAIRLINE);
    return all;
  }
}
