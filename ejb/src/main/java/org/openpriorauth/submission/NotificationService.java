package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.model.PayerChannelRepository;

/**
 * Where payers tell of their decisions: a channel's secret opens it, and nothing else. It holds no
 * connection of its own while a row is written.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NotificationService {
  @Inject PayerChannelRepository channels;
  @Inject SubscriptionRecord record;

  /**
   * Before anything of the message is read.
   *
   * @return who may take the message in
   * @throws Problem NOT_SIGNED_IN for a channel that is not there, and for a wrong secret alike
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Caller open(Caller payer, UUID channel, String secret) {
    Caller taking =
        channels
            .clinicOf(channel)
            .map(clinic -> Caller.system(clinic, "fhir", "answer:take"))
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_SIGNED_IN));
    record.open(taking, channel, secret);
    return taking;
  }
}
