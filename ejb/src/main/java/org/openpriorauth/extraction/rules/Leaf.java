package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.extraction.PageReader;
import org.openpriorauth.extraction.rules.Labels.Label;
import org.openpriorauth.extraction.rules.Tables.Table;

/**
 * A page with everything that the finders share.
 *
 * @param labels one list for each row
 * @param sentences in reading order, none across a table
 */
record Leaf(
    Sheet sheet,
    Sections sections,
    List<Table> tables,
    List<List<Label>> labels,
    List<Span> sentences,
    Roles roles,
    Set<Integer> addressed) {

  static List<Leaf> of(List<PageReader.Page> pages) {
    List<Leaf> leaves = new ArrayList<>();
    String part = "";
    for (PageReader.Page page : pages) {
      Sheet sheet = Sheet.of(page);
      Sections sections = Sections.of(sheet, part);
      part = sections.last();
      Set<Integer> tableRows = new HashSet<>();
      List<Table> tables = Tables.of(sheet, tableRows);
      Set<Integer> addressed = Addressed.rows(sheet);
      Set<Integer> unlabelled = new HashSet<>(tableRows);
      unlabelled.addAll(addressed);
      List<List<Label>> labels = Labels.of(sheet, unlabelled);
      leaves.add(
          new Leaf(
              sheet,
              sections,
              tables,
              labels,
              Sentences.of(sheet, tableRows),
              Roles.of(sheet, labels),
              addressed));
    }
    return leaves;
  }

  String section(Span span) {
    return sections.at(sheet.rowAt(span.start()));
  }

  /** The sentence that holds a place, or the place's row. */
  Span sentence(Span place) {
    for (Span sentence : sentences) {
      if (sentence.start() <= place.start() && place.start() < sentence.end()) {
        return sentence;
      }
    }
    int row = sheet.rowAt(place.start());
    return row < 0 ? place : sheet.span(sheet.rows().get(row).start(), sheet.rows().get(row).end());
  }

  String assertion(Span place) {
    if (addressed.contains(sheet.rowAt(place.start()))) {
      return "quoted";
    }
    return Assertions.of(sentence(place), place, section(place));
  }
}
