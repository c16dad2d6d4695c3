package org.openpriorauth.reader.typed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openpriorauth.reader.typed.Block.Cell;
import org.openpriorauth.reader.typed.Block.Row;
import org.openpriorauth.reader.typed.Block.Table;

/** A table whose columns have widths: as wide as what stands in them, within reason. */
final class Grid {
  /** More columns are not seen apart on any page; the last one takes the rest. */
  private static final int MOST_COLUMNS = 24;

  /** Beyond this a cell is broken, unless there is room. */
  private static final int WIDE = 40;

  private static final int WIDEST = 2000;

  /** One cell: its paragraphs, and the columns from first to last that it covers. */
  private record Field(List<String> lines, int first, int last) {}

  private record Band(List<Field> fields, boolean head) {}

  private final List<Band> bands = new ArrayList<>();
  private final int[] full = new int[MOST_COLUMNS];
  private final int[] wish = new int[MOST_COLUMNS];
  private int columns;

  Grid(Table table) {
    table.rows().forEach(this::add);
    for (Band band : bands) {
      for (Field field : band.fields) {
        columns = Math.max(columns, field.last + 1);
        if (field.first == field.last) {
          int longest = longest(field);
          full[field.first] = Math.max(full[field.first], longest);
          wish[field.first] = Math.max(wish[field.first], Math.min(WIDE, longest));
        }
      }
    }
    bands.forEach(this::widen);
  }

  private void add(Row row) {
    List<Field> fields = new ArrayList<>();
    int column = 0;
    for (Cell cell : row.cells()) {
      List<String> lines = new ArrayList<>(Strings.of(cell.blocks()));
      if (column >= MOST_COLUMNS) {
        fields.get(fields.size() - 1).lines.addAll(lines);
        continue;
      }
      int last = Math.min(MOST_COLUMNS - 1, column + Math.max(1, cell.span()) - 1);
      fields.add(new Field(lines, column, last));
      column = last + 1;
    }
    bands.add(new Band(fields, row.head()));
  }

  private static int longest(Field field) {
    return field.lines.stream().mapToInt(String::length).max().orElse(0);
  }

  /** A title over several narrow columns makes the last of them wider. */
  private void widen(Band band) {
    for (Field field : band.fields) {
      if (field.first < field.last) {
        int missing = Math.min(longest(field), 2 * WIDE) - width(wish, field);
        wish[field.last] += Math.max(0, missing);
        full[field.last] = Math.max(full[field.last], wish[field.last]);
      }
    }
  }

  private static int width(int[] widths, Field field) {
    int width = (field.last - field.first) * Line.GAP;
    for (int c = field.first; c <= field.last; c++) {
      width += widths[c];
    }
    return width;
  }

  /** Columns of a page that it asks for. */
  int wished() {
    return Arrays.stream(wish).sum() + Math.max(0, columns - 1) * Line.GAP;
  }

  /** Its rows on a page so wide. */
  List<Line> lines(int indent, Format format) {
    int[] widths = fitted(format.columns() - indent);
    int[] lefts = new int[columns + 1];
    lefts[0] = indent;
    for (int c = 0; c < columns; c++) {
      lefts[c + 1] = lefts[c] + widths[c] + Line.GAP;
    }
    List<Line> lines = new ArrayList<>();
    for (Band band : bands) {
      List<List<String>> parts = new ArrayList<>();
      for (Field field : band.fields) {
        parts.add(cut(field.lines, Math.max(1, width(widths, field)), format));
      }
      int height = parts.stream().mapToInt(List::size).max().orElse(0);
      for (int i = 0; i < height; i++) {
        lines.add(line(band, parts, i, lefts, widths));
      }
    }
    return lines;
  }

  private static Line line(Band band, List<List<String>> parts, int at, int[] lefts, int[] widths) {
    List<Line.Piece> pieces = new ArrayList<>();
    for (int f = 0; f < parts.size(); f++) {
      if (at < parts.get(f).size()) {
        Field field = band.fields.get(f);
        int width = Math.max(1, width(widths, field));
        pieces.add(new Line.Piece(lefts[field.first], width, 0, parts.get(f).get(at)));
      }
    }
    return new Line(pieces, band.head);
  }

  /** No part is higher than half of a page. */
  private static List<String> cut(List<String> lines, int width, Format format) {
    int most = Math.max(2, width * (format.rows() / 4));
    List<String> parts = new ArrayList<>();
    for (String line : lines) {
      int from = 0;
      while (line.length() - from > most) {
        int to = PlainText.cut(line, from, from + most);
        parts.add(line.substring(from, to));
        from = to;
      }
      parts.add(line.substring(from));
    }
    return parts;
  }

  /** What is broken gets the room that is left; where there is none the widest gives way. */
  private int[] fitted(int room) {
    int[] widths = Arrays.copyOf(wish, columns);
    int left = room - wished();
    for (; left < 0; left++) {
      int widest = 0;
      for (int c = 1; c < columns; c++) {
        widest = widths[c] > widths[widest] ? c : widest;
      }
      widths[widest]--;
    }
    for (int c = 0; c < columns; c++) {
      int more = Math.max(0, Math.min(left, full[c] - widths[c]));
      widths[c] += more;
      left -= more;
    }
    return widths;
  }

  /** Its rows as text, for a table that stands in the cell of another. */
  List<String> strings() {
    List<String> strings = new ArrayList<>();
    for (Band band : bands) {
      int height = band.fields.stream().mapToInt(f -> f.lines.size()).max().orElse(0);
      for (int i = 0; i < height; i++) {
        StringBuilder string = new StringBuilder();
        int column = 0;
        for (Field field : band.fields) {
          String part = i < field.lines.size() ? field.lines.get(i) : "";
          if (!part.isBlank()) {
            int gap = string.isEmpty() ? 0 : Line.GAP;
            int pad = Math.min(WIDEST, Math.max(gap, column - string.length()));
            string.append(" ".repeat(pad)).append(part);
          }
          column += width(wish, field) + Line.GAP;
        }
        strings.add(string.toString());
      }
    }
    return strings;
  }
}
