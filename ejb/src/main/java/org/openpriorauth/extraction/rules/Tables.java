package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds tables: a row of known column headings, and the rows that stand under it. */
final class Tables {
  private static final Phrases HEADINGS = Phrases.load("columns.txt");

  /** In line heights: a wider step ends the table. */
  private static final double STEP = 4.5;

  private static final String BOX_NUMBER = "\\d{1,3}\\S?[.,)]";

  private Tables() {}

  /**
   * @param keys of its columns, of the list
   * @param header the heading's words
   * @param records one for each row, by the index of the column
   */
  record Table(List<String> keys, List<Span> header, List<Map<Integer, Span>> records) {
    /** The first column of a kind, or -1. */
    int column(String key) {
      return keys.indexOf(key);
    }

    Span cell(Map<Integer, Span> record, String key) {
      return column(key) < 0 ? null : record.get(column(key));
    }
  }

  /** The tables of a page; the rows that they take are added to {@code rows}. */
  static List<Table> of(Sheet sheet, Set<Integer> rows) {
    List<Table> tables = new ArrayList<>();
    List<Row> all = sheet.rows();
    int i = 0;
    while (i < all.size()) {
      List<Column> columns = columns(sheet, all.get(i));
      int last = columns.isEmpty() ? i : body(sheet, i, columns);
      if (last > i) {
        tables.add(table(sheet, columns, i, last));
        for (int r = i; r <= last; r++) {
          rows.add(r);
        }
        i = last;
      }
      i++;
    }
    return tables;
  }

  private record Column(String key, Span span, double left, double right) {
    Column as(String other) {
      return new Column(other, span, left, right);
    }
  }

  /** The columns that a row heads, none if it is no heading. */
  private static List<Column> columns(Sheet sheet, Row row) {
    List<Column> columns = new ArrayList<>();
    int strange = 0;
    for (Cell cell : row.cells()) {
      List<Column> found = inCell(sheet, cell);
      strange += found.stream().anyMatch(c -> c.key.equals("?")) ? 1 : 0;
      columns.addAll(found);
    }
    int known = columns.size() - strange;
    // "Current medications" is one heading and not two.
    boolean title =
        row.cells().size() == 1
            && (known < 3 || isHeading(sheet.span(row.start(), row.end()).text()));
    List<Column> meant = meant(columns);
    boolean isHeading = known >= 2 && !title && strange * 3 <= row.cells().size() && isTable(meant);
    return isHeading ? meant : List.of();
  }

  /**
   * What a heading of several meanings says beside the others: "Marker, Finding", "Name, Value".
   */
  private static List<Column> meant(List<Column> columns) {
    List<String> keys = columns.stream().map(Column::key).toList();
    boolean valued = keys.contains("finding.value");
    boolean measured = keys.contains("finding.unit") || keys.contains("range");
    int first = keys.indexOf("finding.name");
    int last = keys.lastIndexOf("finding.name");
    List<Column> meant = new ArrayList<>(columns);
    if (first >= 0 && last > first && !valued) {
      meant.set(last, columns.get(last).as("finding.value"));
    }
    int name = keys.indexOf("description");
    if (first < 0 && name >= 0 && valued && measured) {
      meant.set(name, columns.get(name).as("finding.name"));
    }
    return meant;
  }

  private static List<Column> inCell(Sheet sheet, Cell cell) {
    List<Column> columns = new ArrayList<>();
    int start = afterNumber(sheet, cell);
    List<Phrases.Word> words = sheet.words(start, cell.end());
    int i = 0;
    while (i < words.size()) {
      Phrases.Hit hit = HEADINGS.at(words, i);
      if (hit == null || sheet.text().startsWith(":", hit.end())) {
        // A heading with a date or a word of its own is still one.
        boolean dated = !columns.isEmpty() && !Dates.in(sheet.span(cell).text()).isEmpty();
        return dated ? columns : List.of(unknown(cell));
      }
      boolean aside = hit.start() > 0 && sheet.text().charAt(hit.start() - 1) == '(';
      if (!aside || columns.isEmpty()) {
        Column column = column(sheet, hit);
        // The values stand below the number of the box, where it has one.
        double left = columns.isEmpty() ? cell.left() : column.left;
        columns.add(new Column(column.key, column.span, left, column.right));
      }
      i += hit.words();
    }
    return columns;
  }

  /** Behind the number of a form's box: "24D. CPT/HCPCS". */
  private static int afterNumber(Sheet sheet, Cell cell) {
    Token first = cell.tokens().get(0);
    Row row = sheet.rows().get(sheet.rowAt(first.start()));
    boolean number =
        row.cells().size() > 1
            && sheet.text().substring(first.start(), first.end()).matches(BOX_NUMBER);
    return number && cell.tokens().size() > 1 ? first.end() : cell.start();
  }

  private static Column unknown(Cell cell) {
    return new Column("?", null, cell.left(), cell.right());
  }

  private static Column column(Sheet sheet, Phrases.Hit hit) {
    List<Token> tokens = sheet.tokens(hit.start(), hit.end());
    Row row = sheet.rows().get(sheet.rowAt(hit.start()));
    Cell cell = row.cells().stream().filter(c -> c.end() >= hit.end()).findFirst().orElseThrow();
    return new Column(
        hit.key(),
        sheet.span(hit.start(), cell.end()),
        tokens.get(0).left(),
        tokens.get(tokens.size() - 1).right());
  }

  private static boolean isTable(List<Column> columns) {
    Set<String> keys = new HashSet<>();
    columns.forEach(c -> keys.add(c.key));
    boolean findings =
        keys.contains("finding.name") && (keys.contains("finding.value") || keys.contains("old"));
    boolean codes =
        keys.contains("diagnosis.code") || keys.contains("service.code") || keys.contains("code");
    return findings
        || codes && keys.size() >= 2
        || keys.contains("drug.name") && keys.size() >= 2
        || keys.contains("therapy.name") && keys.size() >= 2;
  }

  /** The last row of the body. */
  private static int body(Sheet sheet, int header, List<Column> columns) {
    List<Row> rows = sheet.rows();
    int last = header;
    for (int r = header + 1; r < rows.size(); r++) {
      Row row = rows.get(r);
      boolean far = row.top() - rows.get(r - 1).top() > STEP * row.height();
      String text = sheet.text().substring(row.start(), row.end());
      boolean prose = row.cells().size() == 1 && row.cells().get(0).tokens().size() > 7;
      boolean alone = row.cells().size() == 1 && columns.size() > 1;
      boolean heading = alone && (row.gap() || isHeading(text));
      if (far || prose && row.left() < columns.get(0).right || heading) {
        break;
      }
      if (!columns(sheet, row).isEmpty()
          || Labels.isHeading(sheet, row)
          || text.indexOf(':') == text.length() - 1
          || isBoxed(sheet, row)) {
        break;
      }
      last = r;
    }
    return last;
  }

  /** The next row of boxes of a form: every cell is numbered. */
  private static boolean isBoxed(Sheet sheet, Row row) {
    return row.cells().size() > 1
        && row.cells().stream().allMatch(c -> afterNumber(sheet, c) > c.start());
  }

  private static boolean isHeading(String text) {
    return Sections.headed(text) != null;
  }

  private static Table table(Sheet sheet, List<Column> columns, int header, int last) {
    List<Map<Integer, Span>> records = new ArrayList<>();
    for (int r = header + 1; r <= last; r++) {
      Map<Integer, Span> record = record(sheet, columns, sheet.rows().get(r));
      if (record.containsKey(0) || records.isEmpty() || isNext(columns, records, record)) {
        records.add(record);
      } else {
        // The first column is empty: the rest of the row above.
        record.forEach((c, span) -> records.get(records.size() - 1).merge(c, span, Tables::joined));
      }
    }
    return new Table(
        columns.stream().map(Column::key).toList(),
        columns.stream().map(Column::span).toList(),
        records);
  }

  /** What goes on in the next row, if nothing else stands between. */
  private static Span joined(Span above, Span below) {
    Span whole = above.sheet().span(above.start(), below.end());
    boolean next = above.sheet().text().substring(above.end(), below.start()).isBlank();
    return next ? whole : above;
  }

  /** A second code under the first is a line of its own, though its first column is empty. */
  private static boolean isNext(
      List<Column> columns, List<Map<Integer, Span>> records, Map<Integer, Span> record) {
    return record.keySet().stream()
        .filter(c -> columns.get(c).key.endsWith("code"))
        .anyMatch(records.get(records.size() - 1)::containsKey);
  }

  private static Map<Integer, Span> record(Sheet sheet, List<Column> columns, Row row) {
    Map<Integer, Span> record = new HashMap<>();
    for (Cell cell : row.cells()) {
      int first = columnOf(columns, cell.left(), cell.right());
      boolean runsOver =
          first + 1 < columns.size() && cell.right() > columns.get(first + 1).left + 0.02;
      if (!runsOver) {
        add(record, first, sheet.span(cell));
        continue;
      }
      for (Token token : cell.tokens()) {
        add(
            record,
            columnOf(columns, token.left(), token.right()),
            sheet.span(token.start(), token.end()));
      }
    }
    return record;
  }

  private static void add(Map<Integer, Span> record, int column, Span span) {
    record.merge(
        column, span, (a, b) -> new Span(a.sheet(), a.start(), Math.max(a.end(), b.end())));
  }

  /** The column that shares most with a place; otherwise the last one that starts left of it. */
  private static int columnOf(List<Column> columns, double left, double right) {
    int best = 0;
    double most = 0;
    for (int i = 0; i < columns.size(); i++) {
      double shared = Math.min(right, columns.get(i).right) - Math.max(left, columns.get(i).left);
      if (shared > most) {
        most = shared;
        best = i;
      }
    }
    if (most > 0) {
      return best;
    }
    for (int i = 0; i < columns.size(); i++) {
      best = columns.get(i).left <= left + 0.01 ? i : best;
    }
    return best;
  }
}
