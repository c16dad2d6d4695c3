package org.openpriorauth.packet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.priorauth.model.Priority;

class PacketContentTest {
  private static PacketContent with(Citation cited, List<PacketDocument> documents) {
    return new PacketContent(
        Packets.cover(Priority.ROUTINE),
        Packets.form("Jane Sample"),
        new Letter(List.of()),
        Optional.empty(),
        List.of(
            new IndexedCriterion(
                "A criterion",
                Verdict.MET,
                List.of(Packets.cited(cited.document(), cited.page(), "words")))),
        documents);
  }

  @Test
  void whatIsCitedMustGoAlong() {
    List<PacketDocument> documents = Packets.documents(4);
    with(new Citation(1, 2), documents);
    assertThatThrownBy(() -> with(new Citation(1, 3), documents))
        .hasMessageContaining("not in the packet");
    assertThatThrownBy(() -> with(new Citation(9, 1), documents))
        .hasMessageContaining("not in the packet");
  }

  @Test
  void aLabelNamesOneDocument() {
    PacketDocument document = Packets.documents(4).get(0);
    assertThatThrownBy(() -> with(new Citation(1, 1), List.of(document, document)))
        .hasMessageContaining("two documents");
  }
}
