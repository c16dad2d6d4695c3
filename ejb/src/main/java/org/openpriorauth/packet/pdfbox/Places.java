package org.openpriorauth.packet.pdfbox;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.packet.Citation;
import org.openpriorauth.packet.PacketDocument;

/**
 * Which page of the packet is which, as far as a layout has found it out.
 *
 * @param starts part to its first page, 1 for the packet's first
 * @param firstPages document label to its first page
 */
record Places(int front, int total, Map<Part, Integer> starts, Map<Integer, Integer> firstPages) {

  static Places of(int front, Map<Part, Integer> starts, List<PacketDocument> documents) {
    Map<Integer, Integer> first = new LinkedHashMap<>();
    int next = front + 1;
    for (PacketDocument document : documents) {
      first.put(document.label(), next);
      next += document.pages().count();
    }
    Map<Part, Integer> all = new EnumMap<>(Part.class);
    all.putAll(starts);
    if (next > front + 1) {
      all.put(Part.DOCUMENTS, front + 1);
    }
    return new Places(front, next - 1, all, first);
  }

  /** The packet's page that is meant. */
  int page(Citation citation) {
    return firstPages.get(citation.document()) + citation.page() - 1;
  }
}
