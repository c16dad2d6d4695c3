package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.model.PayerChannelRepository;

/** Where payers tell of their decisions: a channel's secret opens it, and nothing else. */
@Stateless
public class NotificationService {
  @Inject PayerChannelRepository channels;
  @Inject SubscriptionRecord record;

  /**
   * @throws Problem NOT_SIGNED_IN for a channel that is not there, and for a wrong secret alike
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void take(Caller payer, UUID channel, String secret, byte[] message) {
    Caller taking =
        channels
            .clinicOf(channel)
            .map(clinic -> Caller.system(clinic, "fhir", "answer:take"))
            .orElseThrow(() -> Problem.of(ErrorCode.NOT_SIGNED_IN));
    record.keep(taking, channel, secret, message);
  }
}
