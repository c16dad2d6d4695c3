package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.openpriorauth.extraction.rules.Labels.Label;

/** Whom a label without a party belongs to: the party named last in its row or above it. */
final class Roles {
  /** In rows: how far above a party may be named. */
  private static final int REACH = 9;

  private static final Set<String> PARTIES =
      Set.of(
          "patient",
          "coverage",
          "ordering",
          "performing",
          "referring",
          "primary",
          "author",
          "requester",
          "doctor",
          "treating",
          "facility");

  /** Of a label with its value beside it: beyond every page. */
  private static final double BESIDE = 9;

  private final List<Anchor> anchors = new ArrayList<>();

  /** How many anchors there are down to the end of a row. */
  private final List<Integer> downTo = new ArrayList<>();

  private final Set<Integer> birthRows = new HashSet<>();

  /**
   * @param label where its own words stand, if its value stands below them
   * @param left what it covers, and right
   */
  private record Anchor(
      String party, int row, int start, double label, double left, double right) {}

  static Roles of(Sheet sheet, List<List<Label>> labels) {
    Roles roles = new Roles();
    for (Row row : sheet.rows()) {
      List<Anchor> inRow = new ArrayList<>();
      for (Cell cell : row.cells()) {
        String key = Sections.headed(sheet.span(cell).text());
        if (key != null) {
          String party = key.startsWith("role.") ? key.substring(5) : "other";
          inRow.add(new Anchor(party, row.index(), cell.start(), cell.left(), cell.left(), 1.01));
        }
      }
      for (Label label : labels.get(row.index())) {
        if (label.kind().equals("birth_date")) {
          roles.birthRows.add(row.index());
        }
        boolean names = label.kind().equals("name") || label.kind().equals("payer");
        if (names && PARTIES.contains(label.party())) {
          inRow.removeIf(a -> a.start >= label.start() - 6 && a.start < label.end());
          inRow.add(
              new Anchor(
                  label.party(),
                  row.index(),
                  label.start(),
                  label.end() < row.cells().get(label.cell()).end() ? BESIDE : label.left(),
                  label.left(),
                  1.01));
        }
      }
      if (labels.get(row.index()).stream().noneMatch(l -> l.kind().equals("name"))) {
        roles.signatures(sheet, row, inRow);
      }
      roles.addRow(inRow);
    }
    return roles;
  }

  /** A person named without a label: what stands behind the name in the row is the person's. */
  private void signatures(Sheet sheet, Row row, List<Anchor> inRow) {
    for (Cell cell : row.cells()) {
      if (!isValue(row, cell) && Signatures.isPerson(sheet.span(cell))) {
        inRow.add(new Anchor("author", row.index(), cell.start(), cell.left(), cell.left(), 1.01));
      }
    }
  }

  /** Whether it stands right below a label: then it is the label's party. */
  private boolean isValue(Row row, Cell cell) {
    return anchors.stream()
        .anyMatch(
            a ->
                row.index() - a.row == 1
                    && Math.abs(a.label - cell.left()) < 0.03
                    && PARTIES.contains(a.party));
  }

  private void addRow(List<Anchor> inRow) {
    inRow.sort((a, b) -> a.start - b.start);
    for (int i = 0; i < inRow.size(); i++) {
      Anchor a = inRow.get(i);
      double left = i == 0 ? Math.min(a.left, 0.45) : a.left;
      double right = i + 1 < inRow.size() ? inRow.get(i + 1).left : 1.01;
      anchors.add(
          new Anchor(
              a.party, a.row, a.start, a.label, i == 0 ? Math.min(left, a.left) : left, right));
    }
    downTo.add(anchors.size());
  }

  /** The party, or null if none is plain. */
  String of(Label label) {
    for (int i = downTo.get(label.row()) - 1; i >= 0; i--) {
      Anchor a = anchors.get(i);
      if (label.row() - a.row > REACH) {
        break;
      }
      boolean before = a.row < label.row() || a.row == label.row() && a.start < label.start();
      boolean covers =
          a.row == label.row() || a.left - 0.02 <= label.left() && label.left() < a.right - 0.005;
      if (before && covers) {
        // Of all who are named on a page, it tells when the patient was born.
        return label.kind().equals("birth_date")
            ? "patient"
            : a.party.equals("other") ? null : a.party;
      }
    }
    boolean patients =
        label.kind().equals("birth_date")
            || label.kind().equals("name")
                && IntStream.rangeClosed(label.row() - 2, label.row() + 2)
                    .anyMatch(birthRows::contains);
    return patients ? "patient" : null;
  }
}
