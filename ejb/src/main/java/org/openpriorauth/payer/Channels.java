package org.openpriorauth.payer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.payer.ChannelService.ChannelView;
import org.openpriorauth.payer.model.PayerChannel;
import org.openpriorauth.payer.model.PayerChannelRepository;
import org.openpriorauth.payer.model.PayerRepository;

/** The short transactions around channels; name servers are asked between them, never inside. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Channels {
  @Inject PayerRepository payers;
  @Inject PayerChannelRepository channels;
  @Inject FieldCipher cipher;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @throws Problem PAYER_NOT_FOUND
   */
  @Requires("payer:change")
  public void mayOpen(Caller caller, UUID payer) {
    payers.get(caller.clinic(), payer);
  }

  /**
   * @param baseUrl checked already
   * @throws Problem PAYER_NOT_FOUND
   */
  @Requires("payer:change")
  public ChannelView open(Caller caller, UUID payer, String baseUrl, String token) {
    payers.get(caller.clinic(), payer);
    Optional<PayerChannel> there = channels.ofPayer(caller.clinic(), payer, PayerChannel.FHIR);
    String before = there.map(PayerChannel::baseUrl).orElse("");
    PayerChannel channel = there.orElseGet(() -> add(caller, payer, baseUrl));
    byte[] sealed =
        token == null
            ? null
            : cipher.seal(
                ChannelService.CREDENTIALS, channel.id(), token.getBytes(StandardCharsets.UTF_8));
    channel.open(baseUrl, sealed, caller.actor(), clock.instant());
    // Where requests go from now on: whoever changes that leaves it in the trail.
    Map<String, Object> detail = Map.of("before", before, "after", baseUrl);
    audited.fire(new Audited(caller, "channel.open", "payer_channel", channel.id(), detail));
    return ChannelView.of(channel);
  }

  private PayerChannel add(Caller caller, UUID payer, String baseUrl) {
    Instant now = clock.instant();
    PayerChannel made =
        new PayerChannel(caller.clinic(), caller.actor(), now, payer, PayerChannel.FHIR);
    made.open(baseUrl, null, caller.actor(), now);
    channels.add(made);
    return made;
  }
}
