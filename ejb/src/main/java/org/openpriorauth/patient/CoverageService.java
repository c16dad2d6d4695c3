package org.openpriorauth.patient;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.Idempotency;
import org.openpriorauth.patient.model.Coverage;
import org.openpriorauth.patient.model.PatientRepository;
import org.openpriorauth.payer.model.PayerRepository;
import org.openpriorauth.wire.json.Json;

/** A patient's insurances. */
@Stateless
public class CoverageService {
  private static final String IDENTITY = "coverage.identity";
  private static final String MEMBER = "coverage.member_id";

  @Inject PatientRepository patients;
  @Inject PayerRepository payers;
  @Inject FieldCipher cipher;
  @Inject Idempotency idempotency;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** The sealed part: what the card says, and the payer knows the person by. */
  public record MemberNumbers(
      String memberId, String groupNumber, String plan, String subscriberName) {}

  /**
   * @param rank primary, secondary or tertiary
   * @param relationship self, spouse, child or other: whose insurance it is
   */
  public record NewCoverage(
      UUID payerId,
      String rank,
      String relationship,
      LocalDate validFrom,
      LocalDate validTo,
      MemberNumbers numbers) {}

  public record CoverageView(UUID id, Coverage.Terms terms, MemberNumbers numbers) {}

  @Requires("patient:change")
  public CoverageView add(Caller caller, UUID patientId, NewCoverage wanted) {
    patients.get(caller.clinic(), patientId);
    payers.get(caller.clinic(), wanted.payerId());
    if (wanted.validFrom() != null
        && wanted.validTo() != null
        && wanted.validTo().isBefore(wanted.validFrom())) {
      throw Problem.invalid("/valid_to", "before_start", "The coverage ends before it begins.");
    }
    UUID id =
        idempotency.once(
            caller, "coverage.create/" + patientId, wanted, () -> store(caller, patientId, wanted));
    return view(patients.coverage(caller.clinic(), id));
  }

  @Requires("patient:read")
  public List<CoverageView> list(Caller caller, UUID patientId) {
    patients.get(caller.clinic(), patientId);
    audited.fire(Audited.of(caller, "coverage.read", "patient", patientId));
    return patients.coverages(caller.clinic(), patientId).stream().map(this::view).toList();
  }

  private UUID store(Caller caller, UUID patientId, NewCoverage wanted) {
    Instant now = clock.instant();
    Coverage.Terms terms =
        new Coverage.Terms(
            patientId,
            wanted.payerId(),
            wanted.rank(),
            wanted.relationship(),
            wanted.validFrom(),
            wanted.validTo());
    Coverage coverage = new Coverage(caller.clinic(), caller.actor(), now, terms);
    String member = wanted.numbers().memberId().replaceAll("\\W", "").toUpperCase(Locale.ROOT);
    coverage.identify(
        cipher.seal(IDENTITY, coverage.id(), Json.bytes(wanted.numbers())),
        cipher.index(caller.clinic(), MEMBER, member));
    patients.add(coverage);
    audited.fire(Audited.of(caller, "coverage.create", "coverage", coverage.id()));
    return coverage.id();
  }

  private CoverageView view(Coverage coverage) {
    byte[] plain = cipher.open(IDENTITY, coverage.id(), coverage.sealedIdentity());
    return new CoverageView(coverage.id(), coverage.terms(), Json.read(plain, MemberNumbers.class));
  }
}
