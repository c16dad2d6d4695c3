package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;
import org.openpriorauth.submission.model.DeterminationRepository;
import org.openpriorauth.submission.model.Submission;
import org.openpriorauth.submission.model.SubmissionRepository;

/**
 * Applies what a payer told, with the end of the work, in one transaction: its decisions find their
 * submissions by our own numbers.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Answers {
  @Inject WorkItemRepository items;
  @Inject DeterminationRepository messages;
  @Inject SubmissionRepository submissions;
  @Inject Determinations determinations;
  @Inject PayerDoor payer;
  @Inject FieldCipher cipher;
  @Inject Clock clock;

  @Requires("work:do")
  public void apply(Caller caller, WorkItem item) {
    if (!items.finish(item, "done", clock.instant())) {
      return;
    }
    String outcome =
        messages
            .message(caller.clinic(), item.subject())
            .map(m -> apply(caller, m.channel(), text(item.subject(), m.content())))
            .orElse("gone");
    messages.handled(caller.clinic(), item.subject(), outcome, clock.instant());
  }

  private String text(UUID message, byte[] sealed) {
    return new String(
        cipher.open(SubscriptionRecord.MESSAGE, message, sealed), StandardCharsets.UTF_8);
  }

  /** A payer decides what was sent to it, and nothing else. */
  private String apply(Caller caller, UUID channel, String message) {
    List<Decision> decisions = payer.told(message);
    int applied = 0;
    for (Decision decision : decisions) {
      Optional<Submission> submission =
          decision.claims().stream()
              .flatMap(c -> submissions.findByClaim(caller.clinic(), c).stream())
              .filter(s -> s.channel().equals(channel))
              .findFirst();
      if (submission.isPresent()) {
        determinations.apply(caller, submission.get(), decision, "notification");
        applied++;
      }
    }
    return decisions.isEmpty() ? "nothing_decided" : applied + " of " + decisions.size();
  }
}
