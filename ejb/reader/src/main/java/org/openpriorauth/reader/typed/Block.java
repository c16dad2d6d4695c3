package org.openpriorauth.reader.typed;

import java.util.List;

/** What a document that flows is made of. */
public sealed interface Block {
  /** Stands in a text for the number of the page; no other text may hold it. */
  char PAGE = Line.PAGE;

  /** Stands in a text for the number of pages; no other text may hold it. */
  char PAGES = Line.PAGES;

  /** Where a paragraph stands, or what stands at a tab stop. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /**
   * @param points from the left margin
   */
  record Stop(double points, Align align) {}

  /**
   * How a paragraph looks.
   *
   * @param points by which it is moved in
   * @param marker of a list's item, or empty
   * @param stops its own tab stops, ascending
   */
  record Look(
      double points, String marker, boolean heading, boolean bold, Align align, List<Stop> stops) {
    /** Nothing particular. */
    public static final Look PLAIN = new Look(0, "", false, false, Align.LEFT, List.of());

    /** A title over what follows. */
    public static final Look HEADING = new Look(0, "", true, true, Align.LEFT, List.of());

    /** Keeps its own stops. */
    public Look {
      stops = List.copyOf(stops);
    }

    /** An item of a list. */
    public static Look item(double points, String marker) {
      return new Look(points, marker, false, false, Align.LEFT, List.of());
    }
  }

  /**
   * A paragraph.
   *
   * @param text with \n for a break of the line and \t for a tab
   */
  record Paragraph(String text, Look look) implements Block {}

  /** Rows of cells. */
  record Table(List<Row> rows) implements Block {}

  /**
   * A row of a table.
   *
   * @param head whether it names the columns
   */
  record Row(List<Cell> cells, boolean head) {}

  /**
   * A cell of a table.
   *
   * @param span columns that it covers, at least 1
   */
  record Cell(List<Block> blocks, int span) {}

  /** A new page. */
  record PageBreak() implements Block {}

  /**
   * From here on other things stand at the top and the bottom.
   *
   * @param first of the first page
   * @param rest of the other pages
   * @param newPage whether it begins one
   */
  record Section(Running first, Running rest, boolean newPage) implements Block {}

  /** What stands at the top and the bottom of each page. */
  record Running(List<Block> head, List<Block> foot) {
    /** Nothing. */
    public static final Running NONE = new Running(List.of(), List.of());
  }
}
