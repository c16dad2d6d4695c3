package org.openpriorauth.packet.pdfbox;

import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.packet.CitedQuote;
import org.openpriorauth.packet.IndexedCriterion;
import org.openpriorauth.packet.PacketContent;
import org.openpriorauth.packet.PacketDocument;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Headings;
import org.openpriorauth.wire.pdf.Line;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Run;
import org.openpriorauth.wire.pdf.Table;
import org.openpriorauth.wire.pdf.Table.Column;

/** The evidence index: each criterion with its answer and its places, then the documents. */
final class IndexPart {
  private static final List<Column> CRITERIA =
      List.of(
          new Column("No.", 0, 20, true),
          new Column("Criterion", 32, 158, false),
          new Column("Answer", 204, 62, false),
          new Column("Evidence", 278, 214, false));

  private static final List<Column> DOCUMENTS =
      List.of(
          new Column("No.", 0, 20, true),
          new Column("Document", 32, 222, false),
          new Column("Kind", 266, 112, false),
          new Column("Pages", 386, 40, true),
          new Column("First page", 436, 56, true));

  private final PacketContent content;
  private final Look look;
  private final Flow flow;

  IndexPart(PacketContent content, Look look, Flow flow) {
    this.content = content;
    this.look = look;
    this.flow = flow;
  }

  void layOut(Places places) {
    flow.begin(Part.INDEX.title());
    Headings.title(flow, look, Part.INDEX.title());
    flow.gap(-12);
    criteria(places);
    documents(places);
  }

  private void criteria(Places places) {
    Headings.section(flow, look, "Criteria");
    Table table = new Table(flow, look, CRITERIA);
    if (content.criteria().isEmpty()) {
      table.none();
    }
    int number = 1;
    for (IndexedCriterion criterion : content.criteria()) {
      table.row(
          List.of(
              CRITERIA.get(0).cell(new Run(Integer.toString(number++), look.small)),
              CRITERIA.get(1).cell(new Run(criterion.text(), look.small)),
              CRITERIA.get(2).cell(answer(criterion.verdict())),
              evidence(criterion, places)));
    }
  }

  private Run answer(Verdict verdict) {
    String shapeAndWord =
        switch (verdict) {
          case MET -> "\u25cf\u00a0Met";
          case NOT_MET -> "\u00d7\u00a0Not met";
          case NOT_FOUND -> "\u25cb\u00a0Not found";
          case CONFLICT -> "\u25b2\u00a0Conflict";
        };
    return new Run(shapeAndWord, look.smallStrong);
  }

  private List<Line> evidence(IndexedCriterion criterion, Places places) {
    if (criterion.evidence().isEmpty()) {
      return CRITERIA.get(3).cell(new Run("None", look.label));
    }
    List<List<Line>> all = new ArrayList<>();
    for (CitedQuote cited : criterion.evidence()) {
      Run mark = new Run(cited.citation().toString(), look.smallStrong, cited.citation());
      Run page = new Run("  page " + places.page(cited.citation()), look.label, cited.citation());
      Run quote = new Run("\u201c" + cited.quote() + "\u201d", look.quote);
      float measure = CRITERIA.get(3).width();
      all.add(
          Line.stack(
              List.of(Line.wrap(List.of(mark, page), measure), Line.wrap(quote, measure)), 0));
    }
    return Line.stack(all, 4);
  }

  private void documents(Places places) {
    Headings.section(flow, look, "Documents");
    Table table = new Table(flow, look, DOCUMENTS);
    if (content.documents().isEmpty()) {
      table.none();
    }
    for (PacketDocument document : content.documents()) {
      int count = document.pages().count();
      String first = count == 0 ? "\u2013" : places.firstPages().get(document.label()).toString();
      table.row(
          List.of(
              DOCUMENTS.get(0).cell(new Run(Integer.toString(document.label()), look.smallStrong)),
              DOCUMENTS.get(1).cell(new Run(document.title(), look.small)),
              DOCUMENTS.get(2).cell(new Run(document.kind(), look.small)),
              DOCUMENTS.get(3).cell(new Run(Integer.toString(count), look.small)),
              DOCUMENTS.get(4).cell(new Run(first, look.small))));
    }
  }
}
