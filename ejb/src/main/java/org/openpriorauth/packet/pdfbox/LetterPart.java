package org.openpriorauth.packet.pdfbox;

import java.util.Set;
import java.util.stream.Collectors;
import org.openpriorauth.packet.Citation;
import org.openpriorauth.packet.PacketContent;
import org.openpriorauth.packet.PacketDocument;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Headings;
import org.openpriorauth.wire.pdf.Line;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Run;

/** A letter that stands alone: who writes it, its words, and which documents its numbers mean. */
final class LetterPart {
  private final PacketContent content;
  private final Look look;
  private final Flow flow;

  LetterPart(PacketContent content, Look look, Flow flow) {
    this.content = content;
    this.look = look;
    this.flow = flow;
  }

  void layOut(String title) {
    flow.begin(title);
    new CoverPart(content.cover(), look, flow).letterhead();
    flow.gap(24);
    new StatementPart(content, look, flow).write(title, false);
    documents();
  }

  private void documents() {
    Set<Integer> cited =
        content.statement().citations().map(Citation::document).collect(Collectors.toSet());
    if (cited.isEmpty()) {
      return;
    }
    Headings.section(flow, look, "Documents cited");
    for (PacketDocument document : content.documents()) {
      if (cited.contains(document.label())) {
        String line = document.label() + "  " + document.title() + ", " + document.kind();
        flow.lines(Line.wrap(new Run(line, look.small), Look.WIDTH));
      }
    }
  }
}
