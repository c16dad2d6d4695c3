package org.openpriorauth.evaluation.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openpriorauth.evaluation.charts.Block.Cell;
import org.openpriorauth.evaluation.charts.Block.Move;
import org.openpriorauth.evaluation.charts.Block.Table;
import org.openpriorauth.evaluation.charts.Block.Text;
import org.openpriorauth.samples.Options;

/** Reads a text of directives, a layout's or a case's, into blocks. */
final class Script {
  private static final Map<String, String> STYLES =
      Map.of("# ", "heading", "- ", "bullet", "> ", "quote", "^ ", "small");
  private final Inline inline;
  private final List<Block> blocks = new ArrayList<>();
  private Options table;

  Script(Inline inline) {
    this.inline = inline;
  }

  static List<Block> read(List<String> lines, Inline inline) {
    Script script = new Script(inline);
    lines.forEach(script::line);
    return script.blocks;
  }

  private void line(String line) {
    if (line.isBlank()) {
      table = null;
    } else if (line.startsWith("@")) {
      directive(line.substring(1));
    } else if (table != null) {
      row(line);
    } else {
      String style = STYLES.get(line.substring(0, Math.min(2, line.length())));
      text(style == null ? "plain" : style, style == null ? line : line.substring(2));
    }
  }

  private void directive(String line) {
    int space = (line + " ").indexOf(' ');
    String kind = line.substring(0, space);
    String rest = line.substring(space).strip();
    switch (kind) {
      case "title", "center", "right", "big" -> text(kind, rest);
      case "table" -> {
        table = Options.of(rest);
        boolean head = table.has("head") || !table.text("cols", "").isEmpty();
        blocks.add(new Table(table.words().get(0), head, widths(table), new ArrayList<>()));
      }
      default -> {
        table = null;
        blocks.add(new Move(kind, Options.of(rest)));
      }
    }
  }

  private static List<Float> widths(Options options) {
    List<Float> widths = new ArrayList<>();
    for (float width : options.numbers()) {
      widths.add(width);
    }
    return widths;
  }

  private void text(String style, String line) {
    table = null;
    inline.read(line).ifPresent(runs -> blocks.add(new Text(style, runs)));
  }

  private void row(String line) {
    Table last = (Table) blocks.get(blocks.size() - 1);
    String[] names = table.text("cols", "").split(",");
    String[] parts = line.split("\\|", -1);
    if (parts.length != last.widths().size()) {
      throw new IllegalArgumentException("Not a row of this table: " + line);
    }
    boolean head = last.rows().isEmpty() && !table.text("cols", "").isEmpty();
    List<Cell> cells = new ArrayList<>();
    boolean filled = false;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      String name = !head && i < names.length ? names[i] : "";
      Optional<List<Run>> runs = inline.read(marked(part.replaceFirst("^[^^]*\\^", ""), name));
      filled |= runs.isPresent() && !part.isEmpty();
      String label = part.contains("^") ? part.substring(0, part.indexOf('^')) : "";
      cells.add(new Cell(label, runs.orElse(List.of())));
    }
    if (filled || last.style().equals("cells")) {
      last.rows().add(cells);
    }
  }

  /** A cell below a labelled column; {@code ~} says that this one is not labelled. */
  private static String marked(String cell, String name) {
    if (cell.startsWith("~")) {
      return cell.substring(1);
    }
    boolean plain = name.length() < 2 || cell.isEmpty() || cell.contains("{");
    return plain ? cell : "{" + name + " " + cell + "}";
  }
}
