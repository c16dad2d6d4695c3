package org.openpriorauth.extraction.rules;

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
 * @param language null for English, see {@link Language}
 */
record Leaf(
    Sheet sheet,
    Sections sections,
    List<Table> tables,
    List<List<Label>> labels,
    Pairs pairs,
    List<Span> sentences,
    Roles roles,
    Set<Integer> addressed,
    Collected collected,
    String language) {

  /**
   * @param before the part of the document that the page before ended with, or ""
   */
  static Leaf of(PageReader.Page page, String before) {
    Sheet sheet = Sheet.of(page);
    Sections sections = Sections.of(sheet, before);
    Set<Integer> tableRows = new HashSet<>();
    List<Table> tables = Tables.of(sheet, tableRows);
    Set<Integer> addressed = Addressed.rows(sheet);
    Set<Integer> unlabelled = new HashSet<>(tableRows);
    unlabelled.addAll(addressed);
    List<List<Label>> labels = Labels.of(sheet, unlabelled);
    Pairs pairs = new Pairs(sheet, labels);
    return new Leaf(
        sheet,
        sections,
        tables,
        labels,
        pairs,
        Sentences.of(sheet, tableRows),
        Roles.of(sheet, labels),
        addressed,
        Collected.of(sheet, labels, pairs),
        Language.of(sheet));
  }

  String section(Span span) {
    return sections.at(sheet.rowAt(span.start()));
  }

  /** The sentence that holds a place, or the place's row. */
  Span sentence(Span place) {
    int low = 0;
    int high = sentences.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentences.get(middle).end() <= place.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < sentences.size() && sentences.get(low).start() <= place.start()) {
      return sentences.get(low);
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
