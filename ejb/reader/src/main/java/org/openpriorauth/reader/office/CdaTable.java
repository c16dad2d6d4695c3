package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.typed.Block.Cell;
import org.openpriorauth.reader.typed.Block.Row;
import org.openpriorauth.reader.typed.Block.Table;

/** A table of a narrative in the making. A cell that reaches down leaves its place below empty. */
final class CdaTable {
  private static final int MOST_COLUMNS = 100;

  private final Budget budget;
  private final int depth;
  private final List<Row> rows = new ArrayList<>();

  /** Rows that a cell from above still reaches into, by column. */
  private final int[] taken = new int[MOST_COLUMNS];

  CdaTable(Budget budget, int depth) {
    this.budget = budget;
    this.depth = depth;
  }

  void addAll(CdaNode group, boolean head) throws Failure {
    for (CdaNode row : group.children("tr")) {
      add(row, head);
    }
  }

  void add(CdaNode row, boolean head) throws Failure {
    budget.block();
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    boolean names = true;
    for (CdaNode child : row.children()) {
      if (!child.name().equals("td") && !child.name().equals("th")) {
        continue;
      }
      names &= child.name().equals("th");
      column = below(column, cells);
      int span = number(child, "colspan");
      int reach = number(child, "rowspan");
      budget.block();
      cells.add(new Cell(CdaNarrative.blocks(child, budget, depth), span));
      for (int i = column; i < Math.min(MOST_COLUMNS, column + span); i++) {
        taken[i] = reach - 1;
      }
      column += span;
    }
    below(column, cells);
    rows.add(new Row(cells, head || names && !cells.isEmpty()));
  }

  /** Passes what cells from above reach into. */
  private int below(int from, List<Cell> cells) throws Failure {
    int column = from;
    while (column < MOST_COLUMNS && taken[column] > 0) {
      taken[column]--;
      budget.block();
      cells.add(new Cell(List.of(), 1));
      column++;
    }
    return column;
  }

  private static int number(CdaNode cell, String attribute) {
    String value = cell.attribute(attribute);
    return value.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(value) : 1;
  }

  Table table() {
    return new Table(rows);
  }
}
