package org.openpriorauth.submission;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.ProblemView;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.Idempotency;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.packet.PacketService;
import org.openpriorauth.payer.model.PayerChannel;
import org.openpriorauth.payer.model.PayerChannelRepository;
import org.openpriorauth.priorauth.Moves;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.submission.model.Submission;
import org.openpriorauth.submission.model.SubmissionRepository;
import org.openpriorauth.submission.model.SubmissionRepository.Attempt;

/** Sending a request to its payer, and following it. */
@Stateless
public class SubmissionService {
  @Inject SubmissionRepository submissions;
  @Inject PriorAuthRepository requests;
  @Inject PayerChannelRepository channels;
  @Inject PacketService packets;
  @Inject Determinations determinations;
  @Inject PayersWords words;
  @Inject Idempotency idempotency;
  @Inject Moves moves;
  @Inject WorkQueue work;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param state queued, in_progress, unknown, confirmed, decided or failed
   * @param problem what stands in its way and what to do, or null
   */
  public record SubmissionView(
      UUID id,
      UUID priorAuthorizationId,
      UUID packetId,
      String channel,
      String state,
      ProblemView problem,
      Instant createdAt,
      Instant answeredAt,
      List<AttemptView> attempts) {}

  /**
   * @param action submit or inquire
   * @param outcome accepted, pending, refused, not_sent or unknown; null while it runs
   * @param httpStatus null if there was no answer
   */
  public record AttemptView(
      int number,
      String action,
      Instant startedAt,
      Instant endedAt,
      String outcome,
      Integer httpStatus,
      String detail) {}

  /**
   * Queues the request for its payer; it is sent within seconds.
   *
   * @throws Problem PA_ILLEGAL_MOVE unless it is READY; LETTER_OPEN, PACKET_NOT_READY,
   *     CHANNEL_NOT_FOUND
   */
  @Requires("pa:submit")
  public SubmissionView submit(Caller caller, UUID request) {
    UUID id = idempotency.once(caller, "submission.create", request, () -> queue(caller, request));
    return view(caller, submissions.get(caller.clinic(), id));
  }

  @Requires("pa:read")
  public SubmissionView get(Caller caller, UUID id) {
    Submission submission = submissions.get(caller.clinic(), id);
    audited.fire(Audited.of(caller, "submission.read", "submission", id));
    return view(caller, submission);
  }

  /** The newest first. */
  @Requires("pa:read")
  public List<SubmissionView> ofRequest(Caller caller, UUID request) {
    requests.get(caller.clinic(), request);
    audited.fire(Audited.of(caller, "submission.list", "prior_authorization", request));
    return submissions.ofRequest(caller.clinic(), request).stream()
        .map(s -> view(caller, s))
        .toList();
  }

  /**
   * Everything that the payer said, the newest first.
   *
   * @throws Problem NOT_DETERMINED
   */
  @Requires("pa:read")
  public List<Determinations.Said> determinations(Caller caller, UUID request) {
    requests.get(caller.clinic(), request);
    audited.fire(Audited.of(caller, "determination.read", "prior_authorization", request));
    return determinations.of(caller, request);
  }

  private UUID queue(Caller caller, UUID id) {
    PriorAuthorization request = requests.lock(caller.clinic(), id);
    if (request.state() != PriorAuthState.READY) {
      throw Problem.of(
          ErrorCode.PA_ILLEGAL_MOVE,
          "Only a request that is READY is sent; this one is %s.".formatted(request.state()));
    }
    packets.letterHolds(caller, id);
    PacketService.PacketView packet = packets.get(caller, id);
    if (!packet.current()) {
      throw Problem.of(ErrorCode.PACKET_NOT_READY);
    }
    PayerChannel channel =
        channels
            .ofPayer(caller.clinic(), request.order().payerId(), PayerChannel.FHIR)
            .orElseThrow(() -> Problem.of(ErrorCode.CHANNEL_NOT_FOUND));
    Submission submission =
        new Submission(
            caller.clinic(), caller.actor(), clock.instant(), id, packet.id(), channel.id());
    submissions.add(submission);
    moves.move(caller, request, PriorAuthState.SUBMITTING);
    work.add(caller.clinic(), "submission", submission.id());
    Map<String, Object> detail = Map.of("packet", packet.id().toString());
    audited.fire(new Audited(caller, "submission.create", "submission", submission.id(), detail));
    return submission.id();
  }

  private SubmissionView view(Caller caller, Submission submission) {
    List<Attempt> attempts = submissions.attempts(caller.clinic(), submission.id());
    return new SubmissionView(
        submission.id(),
        submission.request(),
        submission.packet(),
        PayerChannel.FHIR,
        submission.state().word(),
        DeliveryProblem.of(submission.state(), attempts, words.problem(submission)),
        submission.createdAt(),
        submission.answeredAt(),
        attempts.stream().map(a -> view(submission.id(), a)).toList());
  }

  private AttemptView view(UUID submission, Attempt a) {
    return new AttemptView(
        a.number(),
        a.action(),
        a.startedAt(),
        a.endedAt(),
        a.outcome(),
        a.httpStatus(),
        words.detail(submission, a));
  }
}
