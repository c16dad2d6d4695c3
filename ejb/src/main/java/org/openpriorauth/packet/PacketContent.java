package org.openpriorauth.packet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a packet says, in the order in which it is printed. Whatever it cites is in it: a
 * citation of a document or a page that does not go along is refused.
 *
 * @param signature empty while nobody has signed; the statement then says so
 * @param documents in the order in which they are appended, each with a label of its own
 */
public record PacketContent(
    CoverSheet cover,
    RequestForm form,
    Letter statement,
    Optional<Signature> signature,
    List<IndexedCriterion> criteria,
    List<PacketDocument> documents) {
  public PacketContent {
    criteria = List.copyOf(criteria);
    documents = List.copyOf(documents);
    Map<Integer, Integer> pages = new HashMap<>();
    for (PacketDocument document : documents) {
      if (pages.put(document.label(), document.pages().count()) != null) {
        throw new IllegalArgumentException("two documents with label " + document.label());
      }
    }
    Stream.concat(
            statement.citations(),
            criteria.stream().flatMap(c -> c.evidence().stream()).map(CitedQuote::citation))
        .filter(cited -> cited.page() > pages.getOrDefault(cited.document(), 0))
        .findFirst()
        .ifPresent(
            cited -> {
              throw new IllegalArgumentException("not in the packet: " + cited);
            });
  }

  /** Pages of all documents together. */
  public int documentPages() {
    return documents.stream().mapToInt(d -> d.pages().count()).sum();
  }
}
