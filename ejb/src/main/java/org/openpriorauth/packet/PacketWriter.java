package org.openpriorauth.packet;

/** Makes the exact pages that go to a payer. */
public interface PacketWriter {
  /**
   * The packet as PDF. The same content gives the same bytes, so that a hash of them names the
   * packet.
   *
   * @throws IllegalArgumentException if a page's picture cannot be used
   */
  byte[] write(PacketContent content);

  /**
   * The content's letter alone, with the documents that it cites by name.
   *
   * @param title what stands over it
   */
  byte[] letter(PacketContent content, String title);

  /** How many pages a packet has that it wrote. */
  int pages(byte[] pdf);
}
