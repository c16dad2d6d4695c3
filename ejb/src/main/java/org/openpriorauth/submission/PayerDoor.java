package org.openpriorauth.submission;

import java.util.List;
import java.util.UUID;
import org.openpriorauth.packet.PacketSource.Known;
import org.openpriorauth.payer.ChannelService.Door;

/** A channel to payers. Every call has a time-out, and says when it does not know. */
public interface PayerDoor {
  /** The numbers of one submission; they never change. */
  record Numbers(UUID bundle, UUID claim) {}

  /** The message as it will be sent, however often. */
  byte[] message(Known known, Numbers numbers, byte[] packet);

  PayerReply submit(Door door, byte[] message);

  /** Asks what the payer has of a request that may have been sent. */
  PayerReply inquire(Door door, Known known, Numbers numbers);

  /**
   * Asks to be told of decisions.
   *
   * @param sender who is told, as the payer knows us
   * @param endpoint where to tell
   * @param secret what the payer shows there
   * @return the payer's reference
   * @throws java.io.IOException if the payer did not agree
   */
  String subscribe(Door door, String sender, java.net.URI endpoint, String secret)
      throws java.io.IOException;

  /** Reads what a payer told without being asked; empty for a handshake or what is not read. */
  List<Decision> told(String message);
}
