package org.openpriorauth.priorauth;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.clinic.model.ProviderRepository;
import org.openpriorauth.coding.ServiceCode;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.Idempotency;
import org.openpriorauth.patient.model.Coverage;
import org.openpriorauth.patient.model.PatientRepository;
import org.openpriorauth.payer.model.Payer;
import org.openpriorauth.payer.model.PayerRepository;
import org.openpriorauth.priorauth.model.PaNumber;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.priorauth.model.Priority;
import org.openpriorauth.priorauth.model.RequestedItem;

/** The life of prior authorizations: made, read, listed, cancelled. */
@Stateless
public class PriorAuthService {
  @Inject PriorAuthRepository requests;
  @Inject PatientRepository patients;
  @Inject PayerRepository payers;
  @Inject ClinicRepository clinics;
  @Inject ProviderRepository providers;
  @Inject Idempotency idempotency;
  @Inject Moves moves;
  @Inject Event<Audited> audited;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** What a person orders for a patient under one of the patient's coverages. */
  public record NewRequest(
      String externalId,
      UUID patientId,
      UUID coverageId,
      PriorAuthorization.Providers providers,
      Priority priority,
      LocalDate orderedOn,
      List<RequestedItem.Service> services) {
    public NewRequest {
      services = List.copyOf(services);
    }
  }

  public record RequestView(
      UUID id,
      String paNumber,
      String externalId,
      PriorAuthState state,
      Instant stateSince,
      PriorAuthorization.Order order,
      String payerName,
      List<RequestedItem.Service> services,
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
  public RequestView cancel(Caller caller, UUID id, long version) {
    PriorAuthorization request = requests.get(caller.clinic(), id);
    if (request.version() != version) {
      throw Problem.of(ErrorCode.STALE);
    }
    moves.move(caller, request, PriorAuthState.CANCELLED);
    requests.flush();
    return view(caller, request);
  }

  /**
   * Says who orders and who performs, while the request has not been sent.
   *
   * @throws Problem STALE, PA_ILLEGAL_MOVE, PROVIDER_NOT_FOUND
   */
  @Requires("pa:change")
  public RequestView assign(
      Caller caller, UUID id, long version, PriorAuthorization.Providers wanted) {
    PriorAuthorization request = requests.lock(caller.clinic(), id);
    if (request.version() != version) {
      throw Problem.of(ErrorCode.STALE);
    }
    request.assign(known(caller, wanted), caller.actor(), clock.instant());
    audited.fire(Audited.of(caller, "pa.change", "prior_authorization", id));
    happened.fire(new Happened(caller, id, "changed", Map.of("part", "providers")));
    requests.flush();
    return view(caller, request);
  }

  private UUID store(Caller caller, NewRequest wanted) {
    Clinic clinic = clinics.get(caller.clinic());
    Instant now = clock.instant();
    ZoneId zone = clinic.zone();
    LocalDate today = LocalDate.ofInstant(now, zone);
    Coverage coverage = coverageInForce(caller, wanted, today);
    checkCodes(wanted.services());
    if (wanted.orderedOn() != null && wanted.orderedOn().isAfter(today)) {
      throw Problem.invalid("/ordered_on", "in_future", "The order's date lies in the future.");
    }
    if (wanted.externalId() != null
        && requests.externalIdTaken(caller.clinic(), wanted.externalId())) {
      throw Problem.of(ErrorCode.EXTERNAL_ID_TAKEN);
    }
    int year = today.getYear();
    PriorAuthorization request =
        new PriorAuthorization(
            caller.clinic(),
            caller.actor(),
            now,
            PaNumber.of(clinic.paPrefix(), year, requests.nextSequence(caller.clinic(), year)),
            wanted.externalId(),
            new PriorAuthorization.Order(
                wanted.patientId(),
                wanted.coverageId(),
                coverage.terms().payerId(),
                known(caller, wanted.providers()),
                wanted.priority(),
                wanted.orderedOn() == null ? today : wanted.orderedOn()));
    wanted.services().forEach(request::request);
    requests.add(request);
    audited.fire(Audited.of(caller, "pa.create", "prior_authorization", request.id()));
    happened.fire(
        new Happened(caller, request.id(), "created", Map.of("pa_number", request.paNumber())));
    return request.id();
  }

  private static void checkCodes(List<RequestedItem.Service> services) {
    List<Problem.Fault> faults = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      RequestedItem.Service service = services.get(i);
      if (!ServiceCode.wellFormed(service.codeSystem(), service.code())) {
        faults.add(
            new Problem.Fault(
                "/items/" + i + "/code",
                "form",
                "This is no %s code.".formatted(service.codeSystem().toUpperCase(Locale.ROOT))));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  private Coverage coverageInForce(Caller caller, NewRequest wanted, LocalDate today) {
    patients.get(caller.clinic(), wanted.patientId());
    Coverage coverage = patients.coverage(caller.clinic(), wanted.coverageId());
    if (!coverage.terms().patientId().equals(wanted.patientId())) {
      throw Problem.of(ErrorCode.COVERAGE_NOT_FOUND);
    }
    if (!coverage.inForceOn(today)) {
      throw Problem.of(
          ErrorCode.COVERAGE_EXPIRED, "The coverage is not in force on %s.".formatted(today));
    }
    return coverage;
  }

  private PriorAuthorization.Providers known(Caller caller, PriorAuthorization.Providers wanted) {
    Stream.of(wanted.ordering(), wanted.performing())
        .filter(Objects::nonNull)
        .forEach(id -> providers.get(caller.clinic(), id));
    return wanted;
  }

  private RequestView view(Caller caller, PriorAuthorization request) {
    Payer payer = payers.get(caller.clinic(), request.order().payerId());
    return new RequestView(
        request.id(),
        request.paNumber(),
        request.externalId(),
        request.state(),
        request.stateSince(),
        request.order(),
        payer.name(),
        request.items().stream().map(RequestedItem::service).toList(),
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
