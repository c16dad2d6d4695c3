package org.openpriorauth.packet;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.extraction.PageReader;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;

/** Pictures of a packet's pages, to be looked at before it is sent. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PacketPageService {
  private static final int DPI = 96;

  @Inject PacketContents packets;
  @Inject PageReader reader;

  /**
   * @return a PNG of a page of the latest packet
   * @throws org.openpriorauth.kernel.Problem PA_NOT_FOUND, PACKET_NOT_READY, PAGE_NOT_FOUND,
   *     READER_UNAVAILABLE
   */
  @Requires("pa:read")
  public byte[] image(Caller caller, UUID request, int page) {
    return reader.renderPacket(packets.pdf(caller, request), page, DPI);
  }
}
