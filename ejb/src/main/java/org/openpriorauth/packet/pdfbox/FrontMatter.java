package org.openpriorauth.packet.pdfbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.packet.PacketContent;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Sheet;

/** All pages before the documents, laid out. */
record FrontMatter(List<Sheet> sheets, Places places) {
  /**
   * Page numbers stand in columns of their own, so the second layout has the first one's breaks.
   */
  private static final int ROUNDS = 4;

  /**
   * Laid out again until the page numbers that it prints are the ones that it has.
   *
   * @throws IllegalStateException if that does not come about
   */
  static FrontMatter of(PacketContent content, Look look) {
    Places places = Places.of(1, Map.of(), content.documents());
    for (int round = 0; round < ROUNDS; round++) {
      Flow flow = new Flow();
      new CoverPart(content.cover(), look, flow).layOut(places);
      new FormPart(content.form(), look, flow).layOut();
      new StatementPart(content, look, flow).layOut();
      new IndexPart(content, look, flow).layOut(places);
      Places found = Places.of(flow.sheets().size(), starts(flow), content.documents());
      if (found.equals(places)) {
        return new FrontMatter(flow.sheets(), found);
      }
      places = found;
    }
    throw new IllegalStateException("page numbers do not settle");
  }

  private static Map<Part, Integer> starts(Flow flow) {
    Map<Part, Integer> starts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      Integer page = flow.starts().get(part.title());
      if (page != null) {
        starts.put(part, page);
      }
    }
    return starts;
  }
}
