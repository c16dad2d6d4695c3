package org.openpriorauth.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.priorauth.Moves;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.submission.model.DeterminationRepository;
import org.openpriorauth.submission.model.DeterminationRepository.Item;
import org.openpriorauth.submission.model.DeterminationRepository.Row;
import org.openpriorauth.submission.model.Submission;
import org.openpriorauth.submission.model.SubmissionState;
import org.openpriorauth.wire.json.Json;

/**
 * Takes a payer's word in: kept whatever it says, counted once however often it comes, and followed
 * where the request's state allows it; where not, a person must look.
 */
@ApplicationScoped
public class Determinations {
  private static final String CONTENT = "determination.content";

  @Inject DeterminationRepository determinations;
  @Inject PriorAuthRepository requests;
  @Inject Moves moves;
  @Inject FieldCipher cipher;
  @Inject Event<Audited> audited;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * @param source answer, notification or inquiry
   */
  public void apply(Caller caller, Submission submission, Decision decision, String source) {
    PriorAuthorization request = requests.lock(caller.clinic(), submission.request());
    List<Integer> asked = request.items().stream().map(i -> i.sequence()).toList();
    PriorAuthState next = decision.rollUp(asked);
    // The payer's answer is the proof that it has the request, whatever else it says.
    if (request.state() == PriorAuthState.SUBMITTING) {
      moves.move(caller, request, PriorAuthState.SUBMITTED);
      Map<String, Object> detail = Map.of("submission_id", submission.id().toString());
      happened.fire(new Happened(caller, request.id(), "submitted", detail));
    }
    boolean allowed = request.state() == next || request.state().canBecome(next);
    if (!keep(caller, submission, decision, next, source, allowed)) {
      return;
    }
    if (allowed && request.state() != next) {
      moves.move(caller, request, next);
    }
    boolean waiting = !next.determined() && next != PriorAuthState.CANCELLED;
    // A first answer that comes after the decision reopens nothing.
    boolean decided = submission.state() == SubmissionState.DECIDED;
    submission.become(
        waiting && !decided ? SubmissionState.CONFIRMED : SubmissionState.DECIDED,
        null,
        caller.actor(),
        clock.instant());
  }

  private boolean keep(
      Caller caller,
      Submission submission,
      Decision decision,
      PriorAuthState next,
      String source,
      boolean allowed) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    byte[] content = Json.bytes(decision);
    Row row =
        new Row(
            id,
            submission.request(),
            submission.id(),
            next.name(),
            source,
            allowed,
            cipher.index(caller.clinic(), CONTENT, content),
            cipher.seal(CONTENT, id, content),
            now);
    if (determinations.repeats(caller.clinic(), submission.id(), row.fingerprint())) {
      return false;
    }
    determinations.add(caller.clinic(), row, items(decision));
    Map<String, Object> detail =
        Map.of("outcome", next.name(), "source", source, "applied", allowed);
    audited.fire(new Audited(caller, "determination.record", "determination", id, detail));
    happened.fire(new Happened(caller, submission.request(), kind(row), detail));
    return true;
  }

  private static String kind(Row row) {
    if (row.applied()) {
      return "determination";
    }
    return overtaken(row) ? "overtaken" : "conflict";
  }

  /** Word that the payer still works on it, which its decision came before, needs nobody. */
  private static boolean overtaken(Row row) {
    return !row.applied() && row.outcome().equals(PriorAuthState.PENDED.name());
  }

  private static List<Item> items(Decision decision) {
    List<Item> items = new ArrayList<>();
    for (Decision.Line line : decision.lines()) {
      items.add(
          new Item(
              items.size() + 1,
              line.sequence(),
              line.action(),
              line.outcome().word(),
              line.units(),
              line.validFrom(),
              line.validTo()));
    }
    return items;
  }

  /** Everything that the payer said of a request, the newest first and the overtaken last. */
  public List<Said> of(Caller caller, UUID request) {
    List<Said> said =
        determinations.ofRequest(caller.clinic(), request).stream()
            .sorted(Comparator.comparing(Determinations::overtaken))
            .map(
                r ->
                    new Said(
                        r.id(),
                        r.outcome(),
                        r.source(),
                        r.applied(),
                        r.receivedAt(),
                        Json.read(cipher.open(CONTENT, r.id(), r.content()), Decision.class)))
            .toList();
    if (said.isEmpty()) {
      throw Problem.of(ErrorCode.NOT_DETERMINED);
    }
    return said;
  }

  /**
   * @param outcome the request's state that follows
   * @param applied whether it was followed
   */
  public record Said(
      UUID id,
      String outcome,
      String source,
      boolean applied,
      Instant receivedAt,
      Decision decision) {}
}
