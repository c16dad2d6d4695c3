package org.openpriorauth.reader.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.typed.Block.Align;
import org.openpriorauth.reader.typed.Block.Cell;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.PageBreak;
import org.openpriorauth.reader.typed.Block.Paragraph;
import org.openpriorauth.reader.typed.Block.Row;
import org.openpriorauth.reader.typed.Block.Running;
import org.openpriorauth.reader.typed.Block.Section;
import org.openpriorauth.reader.typed.Block.Table;

/** Sets a document that flows: the print is as small as its widest table needs. */
public final class Compositor {
  /** Columns by which the further rows of an item are moved in. */
  private static final int DEEPEST_HANG = 12;

  private final Format format;
  private final Typist typist;

  private Compositor(Format format, Typist typist) {
    this.format = format;
    this.typist = typist;
  }

  /**
   * Sets all blocks.
   *
   * @param flags what a user of the document should know
   * @throws Failure TOO_MANY_PAGES
   */
  public static TypedDocument set(
      String mediaType, Set<String> flags, List<Block> blocks, Limits limits) throws Failure {
    List<Block> columned = Columned.of(blocks);
    Format format = Format.of(widest(columned));
    Typist typist = new Typist(format, limits.maxPages(), 1);
    new Compositor(format, typist).flow(columned);
    List<TypedPage> pages = typist.pages();
    if (typist.countsPages()) {
      typist = new Typist(format, limits.maxPages(), pages.size());
      new Compositor(format, typist).flow(columned);
      pages = typist.pages();
    }
    return new TypedDocument(mediaType, flags, pages, limits.maxPixels());
  }

  private static int widest(List<Block> blocks) {
    int widest = 0;
    for (Block block : blocks) {
      if (block instanceof Table table && !isFrame(table)) {
        widest = Math.max(widest, new Grid(table).wished());
      } else if (block instanceof Table frame) {
        for (Row row : frame.rows()) {
          for (Cell cell : row.cells()) {
            widest = Math.max(widest, widest(Columned.of(cell.blocks())));
          }
        }
      }
    }
    return widest;
  }

  /** Of one column: a box around paragraphs. */
  private static boolean isFrame(Table table) {
    return table.rows().stream().allMatch(row -> row.cells().size() <= 1);
  }

  private void flow(List<Block> blocks) throws Failure {
    for (Block block : blocks) {
      if (block instanceof Paragraph paragraph) {
        paragraph(Items.marked(paragraph));
      } else if (block instanceof Table table) {
        table(table);
      } else if (block instanceof PageBreak) {
        if (typist.begun()) {
          typist.turn();
        }
      } else if (block instanceof Section section) {
        section(section);
      }
    }
  }

  private void section(Section section) throws Failure {
    if (section.newPage() && typist.begun()) {
      typist.turn();
    }
    typist.running(running(section.first()), running(section.rest()));
  }

  private Typist.Running running(Running running) {
    List<Line> head = lines(running.head());
    List<Line> foot = lines(running.foot());
    if (!head.isEmpty()) {
      head.add(Line.of("", format.columns()));
    }
    if (!foot.isEmpty()) {
      foot.add(0, Line.of("", format.columns()));
    }
    return new Typist.Running(head, foot);
  }

  /** At most a fifth of a page: a page must have room for what it says. */
  private List<Line> lines(List<Block> running) {
    List<Line> lines = new ArrayList<>();
    for (Block block : running) {
      if (block instanceof Table table) {
        lines.addAll(new Grid(table).lines(0, format));
      } else if (block instanceof Paragraph paragraph && !paragraph.text().isBlank()) {
        lines.addAll(lines(Items.marked(paragraph)));
      }
    }
    while (TypedPage.rows(lines) > format.rows() / 5 - 1) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private void paragraph(Paragraph paragraph) throws Failure {
    if (paragraph.text().isBlank()) {
      typist.space();
      return;
    }
    List<Line> lines = lines(paragraph);
    boolean item = !paragraph.look().marker().isEmpty();
    boolean prose = lines.stream().anyMatch(line -> line.rows() > 1) && !item;
    if (paragraph.look().heading()) {
      typist.space();
    }
    add(lines);
    if (prose) {
      typist.space();
    }
  }

  private void table(Table table) throws Failure {
    typist.space();
    if (isFrame(table)) {
      for (Row row : table.rows()) {
        for (Cell cell : row.cells()) {
          flow(Columned.of(cell.blocks()));
        }
      }
    } else {
      add(new Grid(table).lines(0, format));
    }
    typist.space();
  }

  private void add(List<Line> lines) throws Failure {
    for (Line line : lines) {
      typist.add(line);
    }
  }

  private List<Line> lines(Paragraph paragraph) {
    Look look = paragraph.look();
    int indent = Tabs.indent(look.points());
    String marker = look.marker().isEmpty() ? "" : look.marker() + " ";
    int hang = Math.min(DEEPEST_HANG, marker.length());
    int most = (format.columns() - indent - hang) * (format.rows() / 4);
    List<Line> lines = new ArrayList<>();
    for (String said : paragraph.text().split("\n")) {
      String begun = lines.isEmpty() ? marker + said.strip() : said;
      String text = Tabs.spaced(begun.stripTrailing(), indent, look);
      int from = 0;
      while (text.length() - from > most) {
        int to = PlainText.cut(text, from, from + most);
        lines.add(line(text.substring(from, to), indent, hang, look));
        from = to;
      }
      lines.add(line(text.substring(from), indent, hang, look));
    }
    return lines;
  }

  private Line line(String text, int indent, int hang, Look look) {
    int room = format.columns() - indent;
    int left = indent;
    if (look.align() != Align.LEFT && text.length() < room) {
      int free = room - text.length();
      left += look.align() == Align.RIGHT ? free : free / 2;
    }
    Line.Piece piece = new Line.Piece(left, format.columns() - left, hang, text);
    return new Line(List.of(piece), look.bold());
  }
}
