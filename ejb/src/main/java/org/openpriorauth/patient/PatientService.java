package org.openpriorauth.patient;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.Idempotency;
import org.openpriorauth.patient.model.Patient;
import org.openpriorauth.patient.model.PatientRepository;
import org.openpriorauth.wire.json.Json;

/** A clinic's patients. Every reading of one is written to the audit trail. */
@Stateless
public class PatientService {
  private static final String IDENTITY = "patient.identity";
  private static final String MRN = "patient.mrn";
  private static final String BIRTH = "patient.birth_date";
  private static final String EXTERNAL_ID = "patient.external_id";
  private static final String NAME = "patient.name";
  private static final int MOST_FOUND = 20;
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1880, 1, 1);

  @Inject PatientRepository patients;
  @Inject FieldCipher cipher;
  @Inject Idempotency idempotency;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  public record PatientView(UUID id, PatientIdentity identity, long version) {}

  /**
   * @throws Problem INVALID for a birth date that cannot be; MRN_TAKEN
   */
  @Requires("patient:change")
  public PatientView create(Caller caller, PatientIdentity wanted) {
    UUID id = idempotency.once(caller, "patient.create", wanted, () -> store(caller, wanted));
    return view(patients.get(caller.clinic(), id));
  }

  @Requires("patient:read")
  public PatientView get(Caller caller, UUID id) {
    Patient patient = patients.get(caller.clinic(), id);
    audited.fire(Audited.of(caller, "patient.read", "patient", id));
    return view(patient);
  }

  /**
   * Our id of the patient that another system calls so.
   *
   * @throws Problem PATIENT_NOT_FOUND
   */
  @Requires("patient:read")
  public UUID idOf(Caller caller, String externalId) {
    return patients
        .findByExternalId(caller.clinic(), cipher.index(caller.clinic(), EXTERNAL_ID, externalId))
        .orElseThrow(() -> Problem.of(ErrorCode.PATIENT_NOT_FOUND));
  }

  /**
   * Finds by the beginnings of names, by record number, or by birth date with a name; at most 20.
   */
  @Requires("patient:read")
  public List<PatientView> search(Caller caller, String text, String mrn, LocalDate birthDate) {
    ClinicId clinic = caller.clinic();
    List<UUID> ids = new ArrayList<>();
    if (mrn != null) {
      patients.findByMrn(clinic, mrnIndex(clinic, mrn)).ifPresent(ids::add);
    } else {
      List<byte[]> tokens =
          NameTokens.typed(text == null ? "" : text).stream()
              .map(word -> cipher.index(clinic, NAME, word))
              .toList();
      byte[] birth = birthDate == null ? null : cipher.index(clinic, BIRTH, birthDate.toString());
      if (!tokens.isEmpty() || birth != null) {
        ids.addAll(patients.search(clinic, tokens, birth, MOST_FOUND));
      }
    }
    Map<UUID, Patient> found =
        patients.all(clinic, ids).stream()
            .collect(Collectors.toMap(Patient::id, Function.identity()));
    List<PatientView> views =
        ids.stream()
            .map(found::get)
            .map(this::view)
            .filter(v -> birthDate == null || birthDate.equals(v.identity().birthDate()))
            .toList();
    views.forEach(v -> audited.fire(Audited.of(caller, "patient.find", "patient", v.id())));
    return views;
  }

  /** Hides the patient and keeps the record. */
  @Requires("patient:change")
  public void delete(Caller caller, UUID id) {
    patients.get(caller.clinic(), id).delete(caller.actor(), clock.instant());
    audited.fire(Audited.of(caller, "patient.delete", "patient", id));
  }

  /** Names for a page of rows, unsealed in one query; one audit line names them all. */
  @Requires("patient:read")
  public Map<UUID, PatientIdentity> identities(Caller caller, List<UUID> ids) {
    audited.fire(
        new Audited(
            caller,
            "patient.list",
            "patient",
            null,
            Map.of("ids", ids.stream().map(UUID::toString).toList())));
    return patients.all(caller.clinic(), ids).stream()
        .collect(Collectors.toMap(Patient::id, p -> view(p).identity()));
  }

  private UUID store(Caller caller, PatientIdentity identity) {
    ClinicId clinic = caller.clinic();
    Instant now = clock.instant();
    check(identity, LocalDate.ofInstant(now, ZoneOffset.UTC));
    byte[] mrnIndex = mrnIndex(clinic, identity.mrn());
    if (patients.findByMrn(clinic, mrnIndex).isPresent()) {
      throw Problem.of(ErrorCode.MRN_TAKEN);
    }
    Patient patient = new Patient(clinic, caller.actor(), now);
    patient.identify(
        cipher.seal(IDENTITY, patient.id(), Json.bytes(identity)),
        mrnIndex,
        cipher.index(clinic, BIRTH, identity.birthDate().toString()),
        caller.actor(),
        now);
    if (identity.externalId() != null) {
      patient.alsoFoundBy(cipher.index(clinic, EXTERNAL_ID, identity.externalId()));
    }
    patients.add(patient);
    patients.index(
        clinic,
        patient.id(),
        NameTokens.stored(identity.name()).stream()
            .map(t -> cipher.index(clinic, NAME, t))
            .toList());
    audited.fire(Audited.of(caller, "patient.create", "patient", patient.id()));
    return patient.id();
  }

  private static void check(PatientIdentity identity, LocalDate today) {
    // A day of grace: it may already be tomorrow where the patient was born.
    if (identity.birthDate().isAfter(today.plusDays(1))) {
      throw Problem.invalid("/birth_date", "in_future", "The birth date lies in the future.");
    }
    if (identity.birthDate().isBefore(EARLIEST_BIRTH)) {
      throw Problem.invalid("/birth_date", "too_early", "Nobody alive was born that long ago.");
    }
  }

  private byte[] mrnIndex(ClinicId clinic, String mrn) {
    return cipher.index(clinic, MRN, mrn.strip().toUpperCase(java.util.Locale.ROOT));
  }

  private PatientView view(Patient patient) {
    byte[] plain = cipher.open(IDENTITY, patient.id(), patient.sealedIdentity());
    return new PatientView(
        patient.id(), Json.read(plain, PatientIdentity.class), patient.version());
  }
}
