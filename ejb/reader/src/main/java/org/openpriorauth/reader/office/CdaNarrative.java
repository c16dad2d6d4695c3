package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;

/** The narrative of a C-CDA's section, which is a small HTML of its own. */
final class CdaNarrative {
  /** Tables in tables beyond this are read as their text. */
  private static final int DEEPEST = 8;

  private static final double STEP = 18;

  private final Budget budget;
  private final List<Block> out;
  private final int depth;
  private final double indent;
  private final StringBuilder text = new StringBuilder();
  private String marker;

  private CdaNarrative(Budget budget, List<Block> out, int depth, double indent, String marker) {
    this.budget = budget;
    this.out = out;
    this.depth = depth;
    this.indent = indent;
    this.marker = marker;
  }

  /** Adds what stands in a narrative, a cell or an item. */
  static void add(CdaNode node, Budget budget, List<Block> out, int depth) throws Failure {
    CdaNarrative narrative = new CdaNarrative(budget, out, depth, 0, "");
    narrative.walk(node);
    narrative.end();
  }

  private void walk(CdaNode node) throws Failure {
    for (Object part : node.content()) {
      if (part instanceof CdaNode child) {
        element(child);
      } else {
        append((String) part);
      }
    }
  }

  /** White space is one space, as in HTML. */
  private void append(String said) {
    for (int i = 0; i < said.length(); i++) {
      char c = said.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space) {
        text.append(c);
      } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }
  }

  private void element(CdaNode node) throws Failure {
    String style = node.attribute("styleCode").toLowerCase(Locale.ROOT);
    if (node.attribute("revised").equals("delete") || style.contains("hidden")) {
      return;
    }
    switch (node.name()) {
      case "br" -> text.append('\n');
      case "paragraph", "caption", "footnote" -> {
        end();
        walk(node);
        end();
      }
      case "list" -> list(node);
      case "table" -> table(node);
      default -> walk(node);
    }
  }

  private void end() throws Failure {
    String said = text.toString().strip();
    text.setLength(0);
    if (!said.isEmpty()) {
      budget.block();
      out.add(new Paragraph(said, Look.item(indent, marker)));
      marker = "";
    }
  }

  private void list(CdaNode list) throws Failure {
    end();
    boolean ordered = list.attribute("listType").equals("ordered");
    int number = 0;
    for (CdaNode child : list.children()) {
      if (child.name().equals("item")) {
        number++;
        String sign = ordered ? number + "." : "\u2022";
        CdaNarrative item = new CdaNarrative(budget, out, depth, indent + STEP, sign);
        item.walk(child);
        item.end();
      } else {
        element(child);
      }
    }
    end();
  }

  private void table(CdaNode table) throws Failure {
    end();
    if (depth >= DEEPEST) {
      walk(table);
      end();
      return;
    }
    CdaTable rows = new CdaTable(budget, depth + 1);
    for (CdaNode child : table.children()) {
      switch (child.name()) {
        case "caption" -> element(child);
        case "thead" -> rows.addAll(child, true);
        case "tbody", "tfoot" -> rows.addAll(child, false);
        case "tr" -> rows.add(child, false);
        default -> {
          // Widths of columns.
        }
      }
    }
    out.add(rows.table());
  }

  /** Lines of a list of blocks, for a table's cell. */
  static List<Block> blocks(CdaNode node, Budget budget, int depth) throws Failure {
    List<Block> blocks = new ArrayList<>();
    add(node, budget, blocks, depth);
    return blocks;
  }
}
