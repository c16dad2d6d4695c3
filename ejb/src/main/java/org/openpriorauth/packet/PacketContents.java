package org.openpriorauth.packet;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.chart.Contents;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.packet.model.PacketRepository;

/** A packet's bytes; no transaction is open while they move. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PacketContents {
  @Inject PacketService packets;
  @Inject Contents contents;

  /**
   * The latest packet as PDF.
   *
   * @throws org.openpriorauth.kernel.Problem PA_NOT_FOUND, PACKET_NOT_READY
   */
  @Requires("pa:read")
  public byte[] pdf(Caller caller, UUID request) {
    PacketRepository.Row row = packets.row(caller, request);
    return contents.read(caller.clinic(), row.id(), row.contentKey());
  }

  /** The packet that a submission carries, whatever has been made since. */
  @Requires("work:do")
  public byte[] sent(Caller caller, UUID packet) {
    PacketRepository.Row row = packets.carried(caller, packet);
    return contents.read(caller.clinic(), row.id(), row.contentKey());
  }
}
