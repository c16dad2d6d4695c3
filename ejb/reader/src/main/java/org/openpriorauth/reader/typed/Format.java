package org.openpriorauth.reader.typed;

import org.openpriorauth.reader.page.PageSize;

/** How a letter page is ruled for typing. */
enum Format {
  /** Ten points, as letters are typed. */
  UPRIGHT(612, 792, 96, 64),
  /** On its side, for tables. */
  BROAD(792, 612, 132, 50),
  /** On its side in small print, for the widest tables. */
  FINE(792, 612, 168, 62);

  private static final double MARGIN = 0.06;

  /** A table a little wider than the page is squeezed: its widest cells are broken. */
  private static final double SQUEEZE = 1.1;

  private final PageSize size;
  private final int columns;
  private final int rows;

  Format(double width, double height, int columns, int rows) {
    this.size = new PageSize(width, height);
    this.columns = columns;
    this.rows = rows;
  }

  /** The largest print that has so many columns. */
  static Format of(int columns) {
    for (Format format : values()) {
      if (columns <= format.columns * SQUEEZE) {
        return format;
      }
    }
    return FINE;
  }

  PageSize size() {
    return size;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** Where a column begins, as a fraction of the page. */
  double x(int column) {
    return MARGIN + column * width();
  }

  /** Where a row begins, as a fraction of the page. */
  double y(int row) {
    return MARGIN + row * height();
  }

  /** A column's width, as a fraction of the page. */
  double width() {
    return (1 - 2 * MARGIN) / columns;
  }

  /** A row's height, as a fraction of the page. */
  double height() {
    return (1 - 2 * MARGIN) / rows;
  }

  /** Of the type, in points: a typewriter's letter is three fifths as wide as it is high. */
  double typeSize() {
    return width() * size.width() / 0.59;
  }
}
