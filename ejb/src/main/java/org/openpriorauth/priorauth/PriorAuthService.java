package org.openpriorauth.priorauth;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.Idempotency;
import org.openpriorauth.payer.model.Payer;
import org.openpriorauth.payer.model.PayerRepository;
import org.openpriorauth.priorauth.OrderWords.Words;
import org.openpriorauth.priorauth.model.CancelReason;
import org.openpriorauth.priorauth.model.PaNumber;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.priorauth.model.PriorAuthorization.Order;
import org.openpriorauth.priorauth.model.PriorAuthorization.Providers;
import org.openpriorauth.priorauth.model.Priority;
import org.openpriorauth.priorauth.model.RequestedItem;

/** The life of prior authorizations: made, read, listed, changed, cancelled. */
@Stateless
public class PriorAuthService {
  @Inject PriorAuthRepository requests;
  @Inject PayerRepository payers;
  @Inject ClinicRepository clinics;
  @Inject OrderCheck check;
  @Inject Idempotency idempotency;
  @Inject OrderWords words;
  @Inject Moves moves;
  @Inject Event<Audited> audited;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** What is ordered for a patient under one of the patient's coverages. */
  public record NewRequest(String externalId, OrderCheck.Wanted order) {}

  /**
   * What shall be otherwise; null leaves a part as it is.
   *
   * @param services all lines anew, in their order
   */
  public record Change(
      String externalId,
      UUID coverageId,
      UUID ordering,
      UUID performing,
      Priority priority,
      LocalDate orderedOn,
      List<OrderedService> services) {
    OrderCheck.Wanted on(Order now, List<OrderedService> asked) {
      return new OrderCheck.Wanted(
          now.patientId(),
          or(coverageId, now.coverageId()),
          new Providers(
              or(ordering, now.providers().ordering()),
              or(performing, now.providers().performing())),
          or(priority, now.priority()),
          or(orderedOn, now.orderedOn()),
          or(services, asked));
    }

    private static <T> T or(T wanted, T now) {
      return wanted == null ? now : wanted;
    }
  }

  public record RequestView(
      UUID id,
      String paNumber,
      String externalId,
      PriorAuthState state,
      Instant stateSince,
      Order order,
      String payerName,
      List<OrderedService> services,
      Clocks clocks,
      Instant createdAt,
      long version) {}

  /** A page of the list and where the next one begins, or null at the end. */
  public record Page(List<PriorAuthRepository.Row> rows, PriorAuthRepository.Key next) {}

  /**
   * @throws Problem PATIENT_NOT_FOUND, COVERAGE_NOT_FOUND (also for another patient's),
   *     PROVIDER_NOT_FOUND, COVERAGE_EXPIRED, EXTERNAL_ID_TAKEN, INVALID
   */
  @Requires("pa:create")
  public RequestView create(Caller caller, NewRequest wanted) {
    UUID id = idempotency.once(caller, "pa.create", wanted, () -> store(caller, wanted));
    return view(caller, requests.get(caller.clinic(), id));
  }

  @Requires("pa:read")
  public RequestView get(Caller caller, UUID id) {
    PriorAuthorization request = requests.get(caller.clinic(), id);
    audited.fire(Audited.of(caller, "pa.read", "prior_authorization", id));
    return view(caller, request);
  }

  /**
   * Our id of the request that another system calls so.
   *
   * @throws Problem PA_NOT_FOUND
   */
  @Requires("pa:read")
  public UUID idOf(Caller caller, String externalId) {
    return words
        .find(caller.clinic(), externalId)
        .orElseThrow(() -> Problem.of(ErrorCode.PA_NOT_FOUND));
  }

  /** Newest first; the rows name patients by id only. */
  @Requires("pa:read")
  public Page list(Caller caller, PriorAuthState state, PriorAuthRepository.Key after, int size) {
    audited.fire(Audited.of(caller, "pa.list", "prior_authorization", null));
    List<PriorAuthRepository.Row> rows = requests.page(caller.clinic(), state, after, size + 1);
    if (rows.size() <= size) {
      return new Page(rows, null);
    }
    PriorAuthRepository.Row last = rows.get(size - 1);
    return new Page(
        rows.subList(0, size), new PriorAuthRepository.Key(last.createdAt(), last.id()));
  }

  /** The names of the payers on a page, in one query. */
  @Requires("pa:read")
  public Map<UUID, String> payerNames(Caller caller, Set<UUID> payerIds) {
    return payers.names(caller.clinic(), payerIds);
  }

  /**
   * @param version what the caller saw; another one means that somebody was faster
   * @throws Problem STALE, PA_ILLEGAL_MOVE
   */
  @Requires("pa:change")
  public RequestView cancel(Caller caller, UUID id, long version, Optional<CancelReason> why) {
    PriorAuthorization request = seen(caller, id, version);
    moves.cancel(caller, request, why);
    requests.flush();
    return view(caller, request);
  }

  /**
   * Takes up what surely did not reach the payer: it is READY, and is sent, corrected or cancelled
   * as before.
   *
   * @throws Problem STALE, PA_ILLEGAL_MOVE unless it is SUBMISSION_FAILED
   */
  @Requires("pa:change")
  public RequestView takeUp(Caller caller, UUID id, long version) {
    PriorAuthorization request = seen(caller, id, version);
    if (request.state() != PriorAuthState.SUBMISSION_FAILED) {
      throw Problem.of(
          ErrorCode.PA_ILLEGAL_MOVE,
          "Only what could not be sent is taken up again; this request is %s."
              .formatted(request.state()));
    }
    moves.move(caller, request, PriorAuthState.READY);
    requests.flush();
    return view(caller, request);
  }

  /**
   * Says who orders and who performs, while the request has not been sent.
   *
   * @throws Problem STALE, PA_ILLEGAL_MOVE, PROVIDER_NOT_FOUND
   */
  @Requires("pa:change")
  public RequestView assign(Caller caller, UUID id, long version, Providers wanted) {
    PriorAuthorization request = seen(caller, id, version);
    Order order = request.order().by(check.known(caller, wanted));
    request.changeOrder(order, coded(words.services(request)), caller.actor(), clock.instant());
    return changed(caller, request, Map.of("part", "providers"), Map.of());
  }

  /**
   * Asks for something else, while the request has not been sent; it is held against the rules
   * anew, and what a clinician declared met for another service or payer counts no more.
   *
   * @throws Problem STALE, PA_ILLEGAL_MOVE, EXTERNAL_ID_TAKEN, and what {@link #create} throws
   */
  @Requires("pa:change")
  public RequestView change(Caller caller, UUID id, long version, Change wanted) {
    PriorAuthorization request = seen(caller, id, version);
    Order before = request.order();
    List<OrderedService> asked = words.services(request);
    OrderCheck.Wanted whole = wanted.on(before, asked);
    Order after = check.order(caller, whole);
    String name = name(caller, request, wanted.externalId());
    List<RequestedItem.Service> wantedNow = coded(whole.services());
    request.changeOrder(after, wantedNow, caller.actor(), clock.instant());
    words.say(request, Words.of(name, whole.services()));
    Map<String, Object> difference = OrderDifference.of(before, coded(asked), after, wantedNow);
    boolean substance =
        !after.payerId().equals(before.payerId())
            || difference.containsKey(OrderDifference.ITEMS)
            || difference.containsKey(OrderDifference.DIAGNOSES);
    return changed(caller, request, Map.of("part", "order", "substance", substance), difference);
  }

  private UUID store(Caller caller, NewRequest wanted) {
    Order order = check.order(caller, wanted.order());
    free(caller, wanted.externalId());
    int year = check.today(caller).getYear();
    String prefix = clinics.get(caller.clinic()).paPrefix();
    PriorAuthorization request =
        new PriorAuthorization(
            caller.clinic(),
            caller.actor(),
            clock.instant(),
            PaNumber.of(prefix, year, requests.nextSequence(caller.clinic(), year)),
            order);
    coded(wanted.order().services()).forEach(request::request);
    words.say(request, Words.of(wanted.externalId(), wanted.order().services()));
    requests.add(request);
    audited.fire(Audited.of(caller, "pa.create", "prior_authorization", request.id()));
    happened.fire(
        new Happened(caller, request.id(), "created", Map.of("pa_number", request.paNumber())));
    return request.id();
  }

  /** Once and for all: a client that knows it by one name must never meet another by it. */
  private String name(Caller caller, PriorAuthorization request, String externalId) {
    String now = words.of(request).externalId();
    if (externalId == null || externalId.equals(now)) {
      return now;
    }
    if (now != null) {
      throw Problem.invalid(
          "/external_id", "given", "The request has an external_id already, and keeps it.");
    }
    free(caller, externalId);
    return externalId;
  }

  private void free(Caller caller, String externalId) {
    if (externalId != null && words.find(caller.clinic(), externalId).isPresent()) {
      throw Problem.of(ErrorCode.EXTERNAL_ID_TAKEN);
    }
  }

  private PriorAuthorization seen(Caller caller, UUID id, long version) {
    PriorAuthorization request = requests.lock(caller.clinic(), id);
    if (request.version() != version) {
      throw Problem.of(ErrorCode.STALE);
    }
    return request;
  }

  private RequestView changed(
      Caller caller,
      PriorAuthorization request,
      Map<String, Object> what,
      Map<String, Object> difference) {
    audited.fire(new Audited(caller, "pa.change", "prior_authorization", request.id(), difference));
    happened.fire(new Happened(caller, request.id(), "changed", what));
    requests.flush();
    return view(caller, request);
  }

  private static List<RequestedItem.Service> coded(List<OrderedService> services) {
    return services.stream().map(OrderedService::service).toList();
  }

  private RequestView view(Caller caller, PriorAuthorization request) {
    Payer payer = payers.get(caller.clinic(), request.order().payerId());
    return new RequestView(
        request.id(),
        request.paNumber(),
        words.of(request).externalId(),
        request.state(),
        request.stateSince(),
        request.order(),
        payer.name(),
        words.services(request),
        Clocks.of(
            request.createdAt(),
            request.submittedAt(),
            request.determinedAt(),
            payer.clock(request.order().priority().expedited()),
            clock.instant()),
        request.createdAt(),
        request.version());
  }
}
