package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.payer.model.PayerChannel;
import org.openpriorauth.payer.model.PayerChannelRepository;
import org.openpriorauth.submission.model.DeterminationRepository;

/** The rows around subscriptions and what comes of them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SubscriptionRecord {
  static final String MESSAGE = "payer_message.content";
  private static final String SECRET = "payer_channel.subscription_secret";

  @Inject PayerChannelRepository channels;
  @Inject ClinicRepository clinics;
  @Inject DeterminationRepository messages;
  @Inject WorkQueue work;
  @Inject FieldCipher cipher;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * Keeps the secret before the payer is asked, because its handshake may come before its answer.
   *
   * @return how the payer knows us, or nothing if the channel is subscribed already
   */
  @Requires("work:do")
  public Optional<String> subscribing(Caller caller, UUID id, String secret) {
    PayerChannel channel = channels.lock(caller.clinic(), id);
    if (channel.subscribed()) {
      return Optional.empty();
    }
    channel.subscribing(cipher.seal(SECRET, id, secret.getBytes(StandardCharsets.UTF_8)));
    return Optional.of(clinics.get(caller.clinic()).npi());
  }

  @Requires("work:do")
  public void subscribed(Caller caller, UUID id, String reference) {
    channels.lock(caller.clinic(), id).subscribed(reference, clock.instant());
    audited.fire(Audited.of(caller, "channel.subscribe", "payer_channel", id));
  }

  /**
   * @throws Problem NOT_SIGNED_IN if the secret is another
   */
  @Requires("answer:take")
  public void open(Caller caller, UUID id, String secret) {
    byte[] sealed = channels.get(caller.clinic(), id).sealedSubscriptionSecret();
    if (secret == null
        || sealed == null
        || !MessageDigest.isEqual(
            cipher.open(SECRET, id, sealed), secret.getBytes(StandardCharsets.UTF_8))) {
      throw Problem.of(ErrorCode.NOT_SIGNED_IN);
    }
  }

  /** Keeps what a payer told, before it is understood. */
  @Requires("answer:take")
  public void keep(Caller caller, UUID id, byte[] message) {
    channels.lock(caller.clinic(), id).heard(clock.instant());
    UUID kept = Ids.next();
    messages.keepMessage(
        caller.clinic(), kept, id, cipher.seal(MESSAGE, kept, message), clock.instant());
    work.add(caller.clinic(), "answer", kept);
    audited.fire(Audited.of(caller, "answer.take", "payer_message", kept));
  }
}
