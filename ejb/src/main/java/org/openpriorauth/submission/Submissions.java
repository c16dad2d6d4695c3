package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;
import org.openpriorauth.priorauth.Moves;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.submission.model.Submission;
import org.openpriorauth.submission.model.SubmissionRepository;
import org.openpriorauth.submission.model.SubmissionRepository.Attempt;
import org.openpriorauth.submission.model.SubmissionState;

/** The short transactions around calls to payers; none is open while one runs. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Submissions {
  @Inject SubmissionRepository submissions;
  @Inject PriorAuthRepository requests;
  @Inject WorkItemRepository items;
  @Inject Determinations determinations;
  @Inject PayersWords words;
  @Inject Moves moves;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** A call that runs. */
  public record Call(UUID submission, int number, String action, Instant startedAt) {}

  @Requires("work:do")
  public Submission get(Caller caller, UUID id) {
    return submissions.get(caller.clinic(), id);
  }

  /**
   * From here on the payer may have the message: who finds the submission so, asks first.
   *
   * @param sealedMessageKey of the message that is stored
   * @return nothing if the lease was lost: then somebody else sends, or has sent
   */
  @Requires("work:do")
  public Optional<Call> sending(Caller caller, WorkItem item, UUID id, byte[] sealedMessageKey) {
    if (!items.holds(item)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    submissions.lock(caller.clinic(), id).sending(sealedMessageKey, caller.actor(), now);
    audited.fire(Audited.of(caller, "submission.send", "submission", id));
    return Optional.of(call(caller, id, "submit", now));
  }

  @Requires("work:do")
  public Call asking(Caller caller, UUID id) {
    Instant now = clock.instant();
    submissions.lock(caller.clinic(), id).inquired(now);
    return call(caller, id, "inquire", now);
  }

  /**
   * Ends a call whose reply changes nothing yet. What the payer told while the call ran stands: a
   * submission that was answered does not become a doubtful one again.
   */
  @Requires("work:do")
  public void ended(Caller caller, Call call, PayerReply reply, SubmissionState next) {
    end(caller, call, reply);
    Submission submission = submissions.lock(caller.clinic(), call.submission());
    SubmissionState now = submission.answeredAt() == null ? next : submission.state();
    if (now != SubmissionState.DECIDED) {
      submission.become(
          now, words.problem(submission.id(), reply), caller.actor(), clock.instant());
    }
  }

  /** Records the payer's word with the end of the work; a lease that was lost records nothing. */
  @Requires("work:do")
  public boolean decided(
      Caller caller, WorkItem item, Call call, PayerReply.Said reply, String source) {
    if (!items.finish(item, "done", clock.instant())) {
      return false;
    }
    end(caller, call, reply);
    Submission submission = submissions.lock(caller.clinic(), call.submission());
    reply.decisions().forEach(d -> determinations.apply(caller, submission, d, source));
    return true;
  }

  /**
   * The payer surely does not have it, and trying again would not help: a person must act.
   *
   * @param reply to the last call
   * @param why what the person is told: that reply, or the one before it
   */
  @Requires("work:do")
  public void failed(Caller caller, WorkItem item, Call call, PayerReply reply, PayerReply why) {
    Instant now = clock.instant();
    if (!items.finish(item, "given_up", now)) {
      return;
    }
    end(caller, call, reply);
    Submission submission = submissions.lock(caller.clinic(), call.submission());
    submission.become(
        SubmissionState.FAILED, words.problem(submission.id(), why), caller.actor(), now);
    moves.move(
        caller,
        requests.lock(caller.clinic(), submission.request()),
        PriorAuthState.SUBMISSION_FAILED);
  }

  private Call call(Caller caller, UUID id, String action, Instant now) {
    int number = submissions.begin(caller.clinic(), id, action, now);
    return new Call(id, number, action, now);
  }

  private void end(Caller caller, Call call, PayerReply reply) {
    Instant now = clock.instant();
    submissions.end(
        caller.clinic(),
        call.submission(),
        new Attempt(
            call.number(),
            call.action(),
            call.startedAt(),
            now,
            reply.outcome(),
            reply.httpStatus(),
            words.detail(call.submission(), call.number(), reply)));
    Map<String, Object> detail =
        Map.of("action", call.action(), "number", call.number(), "outcome", reply.outcome());
    audited.fire(new Audited(caller, "submission.call", "submission", call.submission(), detail));
  }
}
