package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openpriorauth.extraction.rules.Labels.Label;

/**
 * Where the value of a label may stand: behind it, in the next cell, below it; above it on a page
 * that prints its labels under their values.
 */
final class Pairs {
  /** In page widths: how far left of its label a value below may start. */
  private static final double SLACK = 0.015;

  /** In heights of the label: how far below it its value may stand. */
  private static final double REACH = 4.5;

  private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[a-zA-Z]?[.,)] ?[\\p{Lu}#]");

  private final Sheet sheet;
  private final List<List<Label>> labels;
  private final boolean upward;

  Pairs(Sheet sheet, List<List<Label>> labels) {
    this.sheet = sheet;
    this.labels = labels;
    this.upward = fitting(-1) > fitting(1);
  }

  /** How many labels of the rows that hold nothing else have a fitting value in the row beside. */
  private long fitting(int step) {
    return labels.stream()
        .filter(row -> !row.isEmpty() && onlyLabels(row.get(0).row()))
        .flatMap(List::stream)
        .filter(
            label -> {
              Span place = beyond(label, step);
              return place != null && Shapes.of(label.kind(), label.party(), place) != null;
            })
        .count();
  }

  /** One in four may be misread or unknown. */
  private boolean onlyLabels(int row) {
    int cells = sheet.rows().get(row).cells().size();
    boolean bare = labels.get(row).stream().noneMatch(l -> l.sure() || hasBeside(l));
    return (cells == 2 && bare || cells * 3 <= labels.get(row).size() * 4)
        && labels.get(row).stream().allMatch(label -> behind(label).isEmpty());
  }

  private boolean hasBeside(Label label) {
    Span beside = beside(label);
    return beside != null && Shapes.of(label.kind(), label.party(), beside) != null;
  }

  /** The likeliest place first. */
  List<Span> places(Label label) {
    List<Span> places = new ArrayList<>();
    Span behind = behind(label);
    if (!behind.isEmpty()) {
      return List.of(behind);
    }
    if (upward && onlyLabels(label.row())) {
      Span above = beyond(label, -1);
      return above == null ? List.of() : List.of(above);
    }
    if (labels.get(label.row()).size() > 1 && onlyLabels(label.row())) {
      Span below = below(label);
      return below == null ? List.of() : List.of(below);
    }
    Span beside = beside(label);
    Span below = below(label);
    boolean rowOfLabels = labels.get(label.row()).size() > 1 && beside == null;
    if (beside != null) {
      places.add(beside);
    }
    if (below != null && (rowOfLabels || beside == null || !label.sure())) {
      places.add(below);
    }
    return places;
  }

  private Span behind(Label label) {
    Cell cell = sheet.rows().get(label.row()).cells().get(label.cell());
    int end = cell.end();
    for (Label other : labels.get(label.row())) {
      if (other.cell() == label.cell() && other.start() >= label.end()) {
        end = Math.min(end, other.start());
      }
    }
    Span behind = sheet.span(Math.min(label.end(), end), end).trimmed(":;#_");
    return behind.trimmed(".)").isEmpty() ? behind.trimmed(".)") : behind;
  }

  private Span beside(Label label) {
    List<Cell> cells = sheet.rows().get(label.row()).cells();
    if (label.cell() + 1 >= cells.size()) {
      return null;
    }
    Cell next = cells.get(label.cell() + 1);
    int end = next.end();
    Cell own = cells.get(label.cell());
    if (isNumbered(own) && isNumbered(next)) {
      return null;
    }
    for (Label other : labels.get(label.row())) {
      if (other.cell() == label.cell() + 1) {
        if (other.start() <= next.start() + 3 || Labels.isHead(sheet, next, other.start())) {
          return null;
        }
        end = Math.min(end, other.start());
      }
    }
    return sheet.span(next.start(), end);
  }

  /** A field of a form: "17b. NPI". */
  private boolean isNumbered(Cell cell) {
    return NUMBERED.matcher(sheet.span(cell).text()).lookingAt();
  }

  private Span below(Label label) {
    Row row = sheet.rows().get(label.row());
    double right = nextLeft(label, row);
    double furthest = label.right() + SLACK;
    for (int r = label.row() + 1; r < Math.min(label.row() + 3, sheet.rows().size()); r++) {
      Row under = sheet.rows().get(r);
      if (under.top() - row.top() > REACH * row.height()) {
        return null;
      }
      if (holdsLabel(r, label.left() - SLACK, right)) {
        return null;
      }
      Span span = within(sheet, under, label.left() - SLACK, right);
      boolean aligned = span != null && span.tokens().get(0).left() <= furthest;
      if (aligned) {
        return span;
      }
      if (span != null && r > label.row() + 1) {
        return null;
      }
    }
    return null;
  }

  /** The words in the column of a label, in the row over or under it; null if there are none. */
  private Span beyond(Label label, int step) {
    int beside = label.row() + step;
    if (beside < 0 || beside >= sheet.rows().size() || !labels.get(beside).isEmpty()) {
      return null;
    }
    Row row = sheet.rows().get(label.row());
    Row other = sheet.rows().get(beside);
    if (Math.abs(other.top() - row.top()) > REACH * row.height()) {
      return null;
    }
    return within(sheet, other, label.left() - SLACK, nextLeft(label, row));
  }

  private double nextLeft(Label label, Row row) {
    double right = 1.01;
    for (Label other : labels.get(label.row())) {
      if (other.start() > label.start()) {
        right = Math.min(right, other.left() - SLACK);
      }
    }
    if (label.cell() + 1 < row.cells().size()) {
      right = Math.min(right, row.cells().get(label.cell() + 1).left() - SLACK);
    }
    return right;
  }

  private boolean holdsLabel(int row, double left, double right) {
    return labels.get(row).stream().anyMatch(l -> l.left() >= left && l.left() < right);
  }

  /** The first cell's words in a row whose left edges lie in [left, right); null if none do. */
  static Span within(Sheet sheet, Row row, double left, double right) {
    for (Cell cell : row.cells()) {
      int start = -1;
      int end = -1;
      for (Token token : cell.tokens()) {
        if (token.left() >= left && token.left() < right) {
          start = start < 0 ? token.start() : start;
          end = token.end();
        }
      }
      if (start >= 0) {
        return sheet.span(start, end);
      }
    }
    return null;
  }
}
