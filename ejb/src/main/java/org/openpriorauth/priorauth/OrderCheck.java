package org.openpriorauth.priorauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.clinic.model.ProviderRepository;
import org.openpriorauth.coding.CodeLookup;
import org.openpriorauth.coding.Looked;
import org.openpriorauth.coding.ServiceCode;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.patient.model.Coverage;
import org.openpriorauth.patient.model.PatientRepository;
import org.openpriorauth.priorauth.model.PriorAuthorization.Order;
import org.openpriorauth.priorauth.model.PriorAuthorization.Providers;
import org.openpriorauth.priorauth.model.Priority;
import org.openpriorauth.priorauth.model.RequestedItem;

/** What may be asked of a payer: a coverage in force, codes that can be, people who are known. */
@ApplicationScoped
public class OrderCheck {
  /** The form of an ICD-10-CM code. */
  public static final String DIAGNOSIS = "[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?";

  @Inject PatientRepository patients;
  @Inject ProviderRepository providers;
  @Inject ClinicRepository clinics;
  @Inject CodeLookup codes;
  @Inject Clock clock;

  /**
   * An order as a person or a program words it.
   *
   * @param orderedOn null for today
   */
  public record Wanted(
      UUID patientId,
      UUID coverageId,
      Providers providers,
      Priority priority,
      LocalDate orderedOn,
      List<OrderedService> services) {
    public Wanted {
      services = List.copyOf(services);
    }
  }

  /**
   * @return the order, with the payer that the coverage names
   * @throws Problem PATIENT_NOT_FOUND, COVERAGE_NOT_FOUND (also for another patient's),
   *     PROVIDER_NOT_FOUND, COVERAGE_EXPIRED, INVALID
   */
  public Order order(Caller caller, Wanted wanted) {
    LocalDate today = today(caller);
    UUID payer = coverageInForce(caller, wanted, today).terms().payerId();
    lines(wanted.services());
    if (wanted.orderedOn() != null && wanted.orderedOn().isAfter(today)) {
      throw Problem.invalid("/ordered_on", "in_future", "The order's date lies in the future.");
    }
    known(wanted.services(), wanted.orderedOn() == null ? today : wanted.orderedOn());
    return new Order(
        wanted.patientId(),
        wanted.coverageId(),
        payer,
        known(caller, wanted.providers()),
        wanted.priority(),
        wanted.orderedOn() == null ? today : wanted.orderedOn());
  }

  /**
   * @throws Problem PROVIDER_NOT_FOUND
   */
  public Providers known(Caller caller, Providers wanted) {
    Stream.of(wanted.ordering(), wanted.performing())
        .filter(Objects::nonNull)
        .forEach(id -> providers.get(caller.clinic(), id));
    return wanted;
  }

  /** The day at the clinic. */
  LocalDate today(Caller caller) {
    return LocalDate.ofInstant(clock.instant(), clinics.get(caller.clinic()).zone());
  }

  private Coverage coverageInForce(Caller caller, Wanted wanted, LocalDate today) {
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

  /** Held against the code sets of the day, where any are loaded. */
  private void known(List<OrderedService> services, LocalDate day) {
    List<RequestedItem.Service> asked = services.stream().map(OrderedService::service).toList();
    Map<String, Looked> diagnoses =
        look(CodeSystem.ICD10CM, asked.stream().flatMap(s -> s.diagnosisCodes().stream()), day);
    Map<CodeSystem, Map<String, Looked>> ordered = new EnumMap<>(CodeSystem.class);
    for (CodeSystem system : List.of(CodeSystem.CPT, CodeSystem.HCPCS)) {
      Stream<RequestedItem.Service> of =
          asked.stream().filter(s -> s.codeSystem().equals(system.word()));
      ordered.put(system, look(system, of.map(RequestedItem.Service::code), day));
    }
    List<Problem.Fault> faults = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      RequestedItem.Service service = asked.get(i);
      String at = "/items/" + i;
      CodeSystem.of(service.codeSystem())
          .map(system -> ordered.getOrDefault(system, Map.of()).get(service.code()))
          .flatMap(looked -> fault(at + "/code", looked))
          .ifPresent(faults::add);
      service.diagnosisCodes().stream()
          .flatMap(d -> fault(at + "/diagnosis_codes", diagnoses.get(d)).stream())
          .forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  private Map<String, Looked> look(CodeSystem system, Stream<String> typed, LocalDate day) {
    List<String> all = typed.distinct().toList();
    return all.isEmpty() ? Map.of() : codes.look(system, all, day);
  }

  private static Optional<Problem.Fault> fault(String at, Looked looked) {
    return looked.standing().refused()
        ? Optional.of(new Problem.Fault(at, looked.standing().word(), looked.refusal()))
        : Optional.empty();
  }

  private static void lines(List<OrderedService> services) {
    List<Problem.Fault> faults = new ArrayList<>();
    if (services.isEmpty()) {
      faults.add(new Problem.Fault("/items", "empty", "A request asks for at least one service."));
    }
    for (int i = 0; i < services.size(); i++) {
      String at = "/items/" + i;
      RequestedItem.Service service = services.get(i).service();
      if (!ServiceCode.wellFormed(service.codeSystem(), service.code())) {
        String system = service.codeSystem().toUpperCase(Locale.ROOT);
        faults.add(
            new Problem.Fault(at + "/code", "form", "This is no %s code.".formatted(system)));
      }
      if (service.diagnosisCodes().isEmpty()
          || !service.diagnosisCodes().stream().allMatch(d -> d.matches(DIAGNOSIS))) {
        String detail = "A service needs its diagnoses, as ICD-10-CM codes like A00.0.";
        faults.add(new Problem.Fault(at + "/diagnosis_codes", "form", detail));
      }
      if (service.units().signum() <= 0) {
        faults.add(new Problem.Fault(at + "/units", "too_few", "Units are more than 0."));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }
}
