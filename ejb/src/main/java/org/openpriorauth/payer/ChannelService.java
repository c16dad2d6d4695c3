package org.openpriorauth.payer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
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
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.payer.plain-http")
  boolean plainHttp;

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
   * Sets up or changes the FHIR door.
   *
   * @param token bearer token, or null for a door that asks for none
   * @throws Problem PAYER_NOT_FOUND, INVALID
   */
  @Requires("payer:change")
  public ChannelView open(Caller caller, UUID payer, String baseUrl, String token) {
    payers.get(caller.clinic(), payer);
    String checked = checked(baseUrl);
    PayerChannel channel =
        channels
            .ofPayer(caller.clinic(), payer, PayerChannel.FHIR)
            .orElseGet(() -> add(caller, payer, checked));
    byte[] sealed =
        token == null
            ? null
            : cipher.seal(CREDENTIALS, channel.id(), token.getBytes(StandardCharsets.UTF_8));
    channel.open(checked, sealed, caller.actor(), clock.instant());
    audited.fire(Audited.of(caller, "channel.open", "payer_channel", channel.id()));
    return ChannelView.of(channel);
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

  private PayerChannel add(Caller caller, UUID payer, String baseUrl) {
    Instant now = clock.instant();
    PayerChannel made =
        new PayerChannel(caller.clinic(), caller.actor(), now, payer, PayerChannel.FHIR);
    made.open(baseUrl, null, caller.actor(), now);
    channels.add(made);
    return made;
  }

  private String checked(String baseUrl) {
    try {
      URI uri = URI.create(baseUrl);
      boolean scheme =
          "https".equals(uri.getScheme()) || (plainHttp && "http".equals(uri.getScheme()));
      if (scheme && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
        return baseUrl.replaceAll("/+$", "");
      }
    } catch (IllegalArgumentException e) {
      // Said below, with the others.
    }
    throw Problem.invalid(
        "/base_url", "address", "Give the payer's FHIR address, beginning with https://.");
  }
}
