package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Align;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;
import org.openpriorauth.reader.typed.Block.Stop;

/** Blocks of an RTF in the making: its body, a header, a note, a text box. */
final class RtfStory {
  private static final int DEEPEST = 8;
  private static final int MOST_STOPS = 60;
  private static final int MOST_EDGES = 200;
  private static final double TWIP = 20;

  private final Budget budget;
  private final List<Block> blocks = new ArrayList<>();

  /** Open tables, the outermost first. */
  private final List<RtfTable> tables = new ArrayList<>();

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder marker = new StringBuilder();
  private final List<Block> boxes = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();
  private final List<Integer> edges = new ArrayList<>();
  private Align nextStop = Align.LEFT;
  private Align align = Align.LEFT;
  private int left;
  private int depth;
  private boolean heading;
  private boolean head;
  private boolean bold;
  private boolean plain;

  RtfStory(Budget budget) {
    this.budget = budget;
  }

  void append(String said, boolean isBold) {
    if (!said.isBlank()) {
      bold |= isBold;
      plain |= !isBold;
    }
    text.append(said);
  }

  void mark(String said) {
    marker.append(said);
  }

  /** What stands in a box that is anchored here. */
  void box(List<Block> content) {
    boxes.addAll(content);
  }

  /** Takes a word that belongs to paragraphs or tables; false if it does not. */
  boolean takes(String word, RtfTokens token) throws Failure {
    switch (word) {
      case "par", "sect" -> endParagraph();
      case "pard" -> reset();
      case "intbl" -> depth = Math.max(1, depth);
      case "itap" -> depth = Math.max(0, Math.min(DEEPEST, token.number()));
      case "cell" -> endCell(1);
      case "nestcell" -> endCell(Math.max(2, depth));
      case "row" -> endRow(1);
      case "nestrow" -> endRow(Math.max(2, depth));
      case "trowd" -> {
        edges.clear();
        head = false;
      }
      case "trhdr" -> head = true;
      case "cellx" -> {
        if (edges.size() < MOST_EDGES) {
          edges.add(token.number());
        }
      }
      default -> {
        return looks(word, token);
      }
    }
    return true;
  }

  private boolean looks(String word, RtfTokens token) {
    switch (word) {
      case "li", "lin" -> left = token.number();
      case "outlinelevel" -> heading = token.number() < 9;
      case "qc" -> align = Align.CENTRE;
      case "qr" -> align = Align.RIGHT;
      case "ql", "qj" -> align = Align.LEFT;
      case "tqr", "tqdec" -> nextStop = Align.RIGHT;
      case "tqc" -> nextStop = Align.CENTRE;
      case "tx" -> {
        if (stops.size() < MOST_STOPS) {
          stops.add(new Stop(token.number() / TWIP, nextStop));
        }
        nextStop = Align.LEFT;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void reset() {
    stops.clear();
    nextStop = Align.LEFT;
    align = Align.LEFT;
    left = 0;
    depth = 0;
    heading = false;
  }

  private void endParagraph() throws Failure {
    if (depth == 0) {
      closeTables(0);
    }
    add(depth, true);
  }

  /** Adds what was written to the cell that is open, or to the blocks. */
  private void add(int level, boolean evenEmpty) throws Failure {
    boolean blank = text.toString().isBlank();
    List<Block> home = level == 0 ? blocks : table(level).blocks();
    if (evenEmpty || !blank) {
      budget.block();
      String sign = marker.toString().strip();
      boolean titled = heading && !blank;
      Look look =
          new Look(Math.max(0, left / TWIP), sign, titled, titled || bold && !plain, align, stops);
      home.add(new Paragraph(text.toString(), look));
    }
    home.addAll(boxes);
    boxes.clear();
    text.setLength(0);
    marker.setLength(0);
    bold = false;
    plain = false;
  }

  private RtfTable table(int level) {
    while (tables.size() < level) {
      tables.add(new RtfTable());
    }
    return tables.get(level - 1);
  }

  private void endCell(int wished) throws Failure {
    int level = Math.min(DEEPEST, wished);
    add(level, false);
    closeTables(level);
    budget.block();
    table(level).endCell();
  }

  private void endRow(int wished) throws Failure {
    int level = Math.min(DEEPEST, wished);
    add(level, false);
    closeTables(level);
    budget.block();
    table(level).endRow(edges, head);
  }

  /** Ends the tables that lie deeper than a level, each into the cell that it stands in. */
  private void closeTables(int level) {
    while (tables.size() > level) {
      RtfTable table = tables.remove(tables.size() - 1);
      List<Block> home = tables.isEmpty() ? blocks : tables.get(tables.size() - 1).blocks();
      if (!table.isEmpty()) {
        home.add(table.table());
      }
    }
  }

  /** A new page, or whatever else stands between two paragraphs. */
  void between(Block block) throws Failure {
    if (depth == 0) {
      closeTables(0);
      add(0, false);
      blocks.add(block);
    }
  }

  /** Ends it. */
  List<Block> blocks() throws Failure {
    if (depth == 0) {
      closeTables(0);
    }
    add(depth, false);
    closeTables(0);
    return blocks;
  }
}
