package org.openpriorauth.evaluation.charts;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.evaluation.charts.Block.Cell;
import org.openpriorauth.evaluation.charts.Block.Table;
import org.openpriorauth.evaluation.charts.Wrap.Piece;

/** Draws tables and boxed forms. */
record Ruler(Paper paper, Look look, Column column) {
  private static final Color PALE = new Color(0xee, 0xee, 0xee);
  private static final float PAD = 3;

  void table(Table table) throws IOException {
    for (int i = 0; i < table.rows().size(); i++) {
      row(table, i);
    }
    column.y += table.style().equals("plain") ? 2 : 5;
  }

  private void row(Table table, int index) throws IOException {
    List<Cell> cells = table.rows().get(index);
    boolean head = table.head() && index == 0;
    Wrap wrap = new Wrap(look, look.size());
    List<List<List<Piece>>> set = new ArrayList<>();
    float deepest = 1;
    for (int i = 0; i < cells.size(); i++) {
      set.add(wrap.lines(cells.get(i).runs(), width(table, i) - 2 * PAD, head));
      deepest = Math.max(deepest, set.get(i).size());
    }
    float leading = look.size() * look.leading();
    float above = labelled(table) ? label() * 1.25f : 0;
    float height = deepest * leading + above + padding(table);
    column.need(height);
    float x = column.x;
    for (int i = 0; i < cells.size(); i++) {
      frame(table, index, x, width(table, i), height);
      cell(table, cells.get(i), set.get(i), x, x + width(table, i));
      x += width(table, i);
    }
    if (table.style().equals("lines") || head && table.style().equals("plain")) {
      paper.rule(column.x, column.y + height, x, column.y + height, 0.4f, Color.GRAY);
    }
    column.y += height;
  }

  private float width(Table table, int index) {
    return column.width * table.widths().get(index) / 100;
  }

  private float label() {
    return Math.max(5.2f, look.size() * 0.64f);
  }

  private static boolean labelled(Table table) {
    return List.of("cells", "over", "under").contains(table.style());
  }

  private static float padding(Table table) {
    return switch (table.style()) {
      case "plain" -> 1;
      case "cells" -> 4;
      case "over", "under" -> 6;
      default -> 3;
    };
  }

  private void frame(Table table, int index, float x, float width, float height)
      throws IOException {
    boolean head = table.head() && index == 0;
    switch (table.style()) {
      case "grid" -> paper.box(x, column.y, width, height, head ? PALE : null, Color.GRAY);
      case "cells" -> paper.box(x, column.y, width, height, null, look.accent());
      case "zebra" -> paper.box(x, column.y, width, height, index % 2 == 0 ? PALE : null, null);
      default -> {}
    }
  }

  private void cell(Table table, Cell cell, List<List<Piece>> lines, float x, float right)
      throws IOException {
    float leading = look.size() * look.leading();
    float y = column.y + (table.style().equals("plain") ? 0 : 1.5f);
    if (table.style().equals("cells") || table.style().equals("over")) {
      small(cell.label(), x + PAD, y);
      y += label() * 1.25f;
    }
    for (List<Piece> line : lines) {
      paper.line(line, x + PAD, y, look.size(), Color.BLACK);
      y += leading;
    }
    if (table.style().equals("under")) {
      paper.rule(x + PAD, y, right - PAD, y, 0.5f, Color.BLACK);
      small(cell.label(), x + PAD, y + 1);
    }
  }

  private void small(String label, float x, float y) throws IOException {
    List<Run> run = List.of(new Run(label, false, null, false));
    Wrap wrap = new Wrap(look, label());
    paper.line(wrap.lines(run, 600, false).get(0), x, y, label(), Color.DARK_GRAY);
  }
}
