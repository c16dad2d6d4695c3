package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.ChannelService;

/**
 * Asks payers to tell us of their decisions. Without an address where they can reach us, and when
 * one does not agree, the polling job asks instead.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Subscriptions {
  private static final Logger LOG = System.getLogger(Subscriptions.class.getName());
  private static final int SECRET_BYTES = 32;

  @Inject ChannelService channels;
  @Inject SubscriptionRecord record;
  @Inject PayerDoor payer;

  @Inject
  @ConfigProperty(name = "openpriorauth.public-url")
  Optional<String> publicUrl;

  private final SecureRandom random = new SecureRandom();

  /** Once a channel; a failure is tried again with the next submission. */
  @Requires("work:do")
  public void ensure(Caller caller, UUID channel) {
    if (publicUrl.isEmpty()) {
      return;
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    record
        .subscribing(caller, channel, secret)
        .ifPresent(sender -> subscribe(caller, channel, sender, secret));
  }

  private void subscribe(Caller caller, UUID channel, String sender, String secret) {
    URI endpoint = URI.create(publicUrl.orElseThrow() + "/fhir/notifications/" + channel);
    try {
      String reference = payer.subscribe(channels.door(caller, channel), sender, endpoint, secret);
      record.subscribed(caller, channel, reference);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "not subscribed, the poll asks instead channelId=" + channel, e);
    }
  }
}
