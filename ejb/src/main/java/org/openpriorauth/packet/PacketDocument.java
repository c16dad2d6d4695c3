package org.openpriorauth.packet;

import java.util.Objects;

/**
 * A document of the chart that goes along.
 *
 * @param label its number in this packet, which citations use; 1 or more
 * @param kind in words: office note, imaging report …
 */
public record PacketDocument(int label, String title, String kind, PageImages pages) {
  public PacketDocument {
    if (label < 1) {
      throw new IllegalArgumentException("label " + label);
    }
    title = Given.orEmpty(title).isEmpty() ? "Document " + label : Given.orEmpty(title);
    kind = Given.orEmpty(kind);
    Objects.requireNonNull(pages);
  }
}
