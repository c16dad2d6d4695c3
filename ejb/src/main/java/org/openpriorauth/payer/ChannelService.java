package org.openpriorauth.payer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.network.Outbound;
import org.openpriorauth.payer.model.PayerChannel;
import org.openpriorauth.payer.model.PayerChannelRepository;
import org.openpriorauth.payer.model.PayerRepository;

/** The electronic doors of the clinic's payers: where they are and what opens them. */
@Stateless
public class ChannelService {
  static final String CREDENTIALS = "payer_channel.credentials";

  @Inject PayerRepository payers;
  @Inject PayerChannelRepository channels;
  @Inject FieldCipher cipher;
  @Inject Channels rows;
  @Inject Outbound outbound;

  /**
   * @param subscribedAt since when the payer tells us of its decisions, or null
   * @param notifiedAt when it last did, or null
   */
  public record ChannelView(
      UUID id,
      UUID payerId,
      String channel,
      String baseUrl,
      boolean hasToken,
      Instant subscribedAt,
      Instant notifiedAt) {
    static ChannelView of(PayerChannel c) {
      return new ChannelView(
          c.id(),
          c.payerId(),
          c.channel(),
          c.baseUrl(),
          c.sealedCredentials() != null,
          c.subscribedAt(),
          c.notifiedAt());
    }
  }

  /** How to reach a payer; the token is for the adapter alone. */
  public record Door(UUID id, String baseUrl, String token) {
    /** The token stays out of logs. */
    @Override
    public String toString() {
      return "Door[" + baseUrl + "]";
    }
  }

  @Requires("payer:read")
  public ChannelView get(Caller caller, UUID payer) {
    payers.get(caller.clinic(), payer);
    return channels
        .ofPayer(caller.clinic(), payer, PayerChannel.FHIR)
        .map(ChannelView::of)
        .orElseThrow(() -> Problem.of(ErrorCode.CHANNEL_NOT_FOUND));
  }

  /**
   * Sets up or changes the FHIR door, if the installation may connect there.
   *
   * @param token bearer token, or null for a door that asks for none
   * @throws Problem PAYER_NOT_FOUND, INVALID
   */
  @Requires("payer:change")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ChannelView open(Caller caller, UUID payer, String baseUrl, String token) {
    rows.mayOpen(caller, payer);
    return rows.open(caller, payer, checked(baseUrl), token);
  }

  /** For the adapter that calls the payer. */
  @Requires("work:do")
  public Door door(Caller caller, UUID id) {
    PayerChannel channel = channels.get(caller.clinic(), id);
    byte[] sealed = channel.sealedCredentials();
    String token =
        sealed == null
            ? null
            : new String(cipher.open(CREDENTIALS, id, sealed), StandardCharsets.UTF_8);
    return new Door(id, channel.baseUrl(), token);
  }

  private String checked(String baseUrl) {
    try {
      Optional<Outbound.Objection> objection = outbound.objectionNow(URI.create(baseUrl));
      if (objection.isPresent()) {
        throw Problem.invalid("/base_url", objection.get().code(), objection.get().detail());
      }
      return baseUrl.replaceAll("/+$", "");
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
          "/base_url", "address", "Give the payer's FHIR address, beginning with https://.");
    }
  }
}
