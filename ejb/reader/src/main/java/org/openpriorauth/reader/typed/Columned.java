package org.openpriorauth.reader.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openpriorauth.reader.typed.Block.Align;
import org.openpriorauth.reader.typed.Block.Cell;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;
import org.openpriorauth.reader.typed.Block.Row;
import org.openpriorauth.reader.typed.Block.Table;

/**
 * Lines that follow each other with the same number of tabs are meant as columns, though letters of
 * another width would bring them to other stops: they become a table.
 */
final class Columned {
  private static final Pattern TAB = Pattern.compile("\t");

  private Columned() {}

  static List<Block> of(List<Block> blocks) {
    List<Block> columned = new ArrayList<>();
    List<Paragraph> run = new ArrayList<>();
    for (Block block : blocks) {
      Paragraph paragraph = block instanceof Paragraph p ? Items.marked(p) : null;
      int tabs = paragraph == null ? 0 : tabs(paragraph);
      if (!run.isEmpty() && (tabs == 0 || tabs != tabs(run.get(0)))) {
        close(run, columned);
      }
      if (tabs > 0) {
        run.add(paragraph);
      } else {
        columned.add(block);
      }
    }
    close(run, columned);
    return columned;
  }

  /** Between its first and its last word; 0 if it cannot be a row. */
  private static int tabs(Paragraph paragraph) {
    Look look = paragraph.look();
    String text = paragraph.text().strip();
    boolean row =
        look.marker().isEmpty()
            && !look.heading()
            && text.indexOf('\n') < 0
            && look.align() == Align.LEFT
            && look.stops().stream().allMatch(stop -> stop.align() == Align.LEFT);
    return row ? (int) text.chars().filter(c -> c == '\t').count() : 0;
  }

  private static void close(List<Paragraph> run, List<Block> columned) {
    if (run.size() < 2) {
      columned.addAll(run);
    } else {
      List<Row> rows = new ArrayList<>();
      for (Paragraph paragraph : run) {
        List<Cell> cells = new ArrayList<>();
        for (String part : TAB.split(paragraph.text().strip(), -1)) {
          cells.add(new Cell(List.of(new Paragraph(part, Look.PLAIN)), 1));
        }
        rows.add(new Row(cells, false));
      }
      columned.add(new Table(rows));
    }
    run.clear();
  }
}
