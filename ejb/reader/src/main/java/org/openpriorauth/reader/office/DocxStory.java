package org.openpriorauth.reader.office;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.typed.Block;
import org.openpriorauth.reader.typed.Block.Cell;
import org.openpriorauth.reader.typed.Block.Look;
import org.openpriorauth.reader.typed.Block.Paragraph;
import org.openpriorauth.reader.typed.Block.Row;
import org.openpriorauth.reader.typed.Block.Table;

/** One run of blocks in a Word document: its body, a cell, a header, a note, a text box. */
final class DocxStory {
  /** Tables in tables beyond this are read as their paragraphs. */
  private static final int DEEPEST = 8;

  private final Docx docx;
  private final int depth;
  private final DocxText text;

  DocxStory(Docx docx, int depth) {
    this.docx = docx;
    this.depth = depth;
    this.text = new DocxText(this, docx);
  }

  int depth() {
    return depth;
  }

  /** A walk that may end early because the document cannot be read on. */
  interface Walk {
    void go() throws Failure;
  }

  /** Reads the children of the element that is walked. */
  void flow(Xml in, List<Block> out) throws Failure {
    while (in.child()) {
      one(in, out);
    }
  }

  /** Reads the child that it stands at. */
  private void one(Xml in, List<Block> out) throws Failure {
    switch (in.name()) {
      case "p" -> {
        DocxSection section = text.paragraph(in, out);
        if (section != null && depth == 0) {
          docx.sections().end(section, out);
        }
      }
      case "tbl" -> {
        if (depth < DEEPEST) {
          out.add(table(in));
        } else {
          flow(in, out);
        }
      }
      case "sectPr" -> {
        DocxSection section = DocxSection.read(in);
        if (depth == 0) {
          docx.sections().end(section, out);
        }
      }
      case "sdt" -> control(in, () -> flow(in, out));
      case "AlternateContent" -> alternative(in, () -> flow(in, out));
      case "altChunk" ->
          throw new Failure(
              FailureCode.UNSUPPORTED,
              "It holds a part in another format, which is not read in it.");
      case "ins", "moveTo", "customXml", "smartTag", "tr", "tc" -> flow(in, out);
      default -> in.skip();
    }
  }

  /** Of two ways to say the same the first is taken. */
  static void alternative(Xml in, Walk walk) throws Failure {
    boolean taken = false;
    while (in.child()) {
      if (taken) {
        in.skip();
      } else {
        taken = true;
        walk.go();
      }
    }
  }

  /** A control with a content; what it shows as long as it is empty is no content. */
  static void control(Xml in, Walk walk) throws Failure {
    boolean empty = false;
    while (in.child()) {
      if (in.name().equals("sdtPr")) {
        while (in.child()) {
          empty |= in.name().equals("showingPlcHdr") && in.on();
          in.skip();
        }
      } else if (in.name().equals("sdtContent") && !empty) {
        walk.go();
      } else {
        in.skip();
      }
    }
  }

  private Table table(Xml in) throws Failure {
    List<Row> rows = new ArrayList<>();
    rows(in, rows);
    return new Table(rows);
  }

  private void rows(Xml in, List<Row> rows) throws Failure {
    while (in.child()) {
      switch (in.name()) {
        case "tr" -> row(in, rows);
        case "sdt" -> control(in, () -> rows(in, rows));
        case "ins", "moveTo", "customXml" -> rows(in, rows);
        default -> in.skip();
      }
    }
  }

  private void row(Xml in, List<Row> rows) throws Failure {
    docx.budget().block();
    Draft draft = new Draft();
    cells(in, draft);
    if (!draft.deleted) {
      rows.add(new Row(draft.cells, draft.head));
    }
  }

  /** A row in the making. */
  private static final class Draft {
    private final List<Cell> cells = new ArrayList<>();
    private boolean head;
    private boolean deleted;
  }

  private void cells(Xml in, Draft row) throws Failure {
    while (in.child()) {
      switch (in.name()) {
        case "trPr" -> rowProperties(in, row);
        case "tc" -> row.cells.add(cell(in));
        case "sdt" -> control(in, () -> cells(in, row));
        case "ins", "moveTo", "customXml" -> cells(in, row);
        default -> in.skip();
      }
    }
  }

  private static void rowProperties(Xml in, Draft row) throws Failure {
    while (in.child()) {
      switch (in.name()) {
        case "tblHeader" -> row.head = in.on();
        case "del" -> row.deleted = true;
        case "gridBefore" -> {
          int columns = in.number("val", 0);
          if (columns > 0) {
            row.cells.add(new Cell(List.of(), columns));
          }
        }
        default -> {
          // Its height and look.
        }
      }
      in.skip();
    }
  }

  private Cell cell(Xml in) throws Failure {
    docx.budget().block();
    List<Block> blocks = new ArrayList<>();
    DocxStory inside = new DocxStory(docx, depth + 1);
    CellLook look = new CellLook();
    while (in.child()) {
      if (in.name().equals("tcPr")) {
        look.read(in);
      } else {
        inside.one(in, blocks);
      }
    }
    return new Cell(look.empty ? List.of(new Paragraph("", Look.PLAIN)) : blocks, look.span);
  }

  /** How far a cell reaches, and whether it only goes on with the one above. */
  private static final class CellLook {
    private int span = 1;
    private boolean empty;

    void read(Xml in) throws Failure {
      while (in.child()) {
        switch (in.name()) {
          case "gridSpan" -> span = Math.max(1, in.number("val", 1));
          case "vMerge", "hMerge" -> empty |= !in.attribute("val", "").equals("restart");
          case "cellDel" -> empty = true;
          default -> {
            // Its width and look.
          }
        }
        in.skip();
      }
    }
  }
}
