package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Cell;
import org.openpriorauth.reader.typed.Block.Row;
import org.openpriorauth.reader.typed.Block.Table;

/**
 * A table in the making. Its rows say where their cells end; columns are what these have in common.
 */
final class RtfTable {
  /** Twips: edges closer than this are one. */
  private static final int SAME = 120;

  private static final int MOST_EDGES = 64;

  private record Draft(List<List<Block>> cells, List<Integer> edges, boolean head) {}

  private final List<Draft> rows = new ArrayList<>();
  private List<List<Block>> cells = new ArrayList<>();
  private List<Block> blocks = new ArrayList<>();

  /** Of the cell that is open. */
  List<Block> blocks() {
    return blocks;
  }

  void endCell() {
    cells.add(blocks);
    blocks = new ArrayList<>();
  }

  void endRow(List<Integer> edges, boolean head) {
    if (!blocks.isEmpty()) {
      endCell();
    }
    if (!cells.isEmpty()) {
      rows.add(new Draft(cells, List.copyOf(edges), head));
    }
    cells = new ArrayList<>();
  }

  boolean isEmpty() {
    return rows.isEmpty() && cells.isEmpty() && blocks.isEmpty();
  }

  /** All of it, an unfinished row with it. */
  Table table() {
    endRow(List.of(), false);
    List<Integer> grid = grid();
    List<Row> done = new ArrayList<>();
    for (Draft row : rows) {
      boolean aligned = !grid.isEmpty() && row.edges.size() >= row.cells.size();
      List<Cell> spanned = new ArrayList<>();
      int column = 0;
      for (int i = 0; i < row.cells.size(); i++) {
        int end = aligned ? column(grid, row.edges.get(i)) + 1 : column + 1;
        spanned.add(new Cell(row.cells.get(i), Math.max(1, end - column)));
        column = Math.max(column + 1, end);
      }
      done.add(new Row(spanned, row.head));
    }
    return new Table(done);
  }

  /** The edges of all rows, or none if they are too many to mean columns. */
  private List<Integer> grid() {
    TreeSet<Integer> edges = new TreeSet<>();
    for (Draft row : rows) {
      for (int edge : row.edges) {
        if (edges.subSet(edge - SAME, edge + SAME).isEmpty()) {
          edges.add(edge);
        }
      }
      if (edges.size() > MOST_EDGES) {
        return List.of();
      }
    }
    return List.copyOf(edges);
  }

  private static int column(List<Integer> grid, int edge) {
    int best = 0;
    for (int i = 1; i < grid.size(); i++) {
      best = Math.abs(grid.get(i) - edge) < Math.abs(grid.get(best) - edge) ? i : best;
    }
    return best;
  }
}
