package org.openpriorauth.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.patient.CoverageService;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.payer.PayerService;
import org.openpriorauth.priorauth.OrderCheck;
import org.openpriorauth.priorauth.OrderedService;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.priorauth.model.Priority;
import org.openpriorauth.priorauth.model.RequestedItem;

/** The two clinics of the launcher, somebody who works there, and what such a person makes. */
@ApplicationScoped
public class Clinics {
  /** The first tenant of all, which has no patients. */
  private static final UUID INSTALLATION = UUID.fromString("00000000-0000-7000-8000-000000000001");

  @Inject ClinicRepository clinics;
  @Inject PatientService patients;
  @Inject CoverageService coverages;
  @Inject PayerService payers;
  @Inject PriorAuthService requests;

  public ClinicId first() {
    return clinics.idsAfter(INSTALLATION, 2).get(0);
  }

  public ClinicId second() {
    return clinics.idsAfter(INSTALLATION, 2).get(1);
  }

  /** Everything that the tests do; a request id of its own tells its audit lines from others'. */
  public static Caller staff(ClinicId clinic) {
    return caller(
        clinic,
        UUID.randomUUID().toString(),
        "patient:read",
        "patient:change",
        "pa:read",
        "pa:create",
        "pa:change",
        "payer:read",
        "work:do");
  }

  public static Caller caller(ClinicId clinic, String requestId, String... permissions) {
    return new Caller(
        clinic,
        Caller.SYSTEM,
        Set.of(permissions),
        new Caller.Origin("test", requestId, null, null, null));
  }

  /** The same caller with an {@code Idempotency-Key}. */
  public static Caller promising(Caller caller, String key) {
    Caller.Origin origin = caller.origin();
    return new Caller(
        caller.clinic(),
        caller.actor(),
        caller.permissions(),
        new Caller.Origin(
            origin.door(), origin.requestId(), origin.address(), origin.agent(), key));
  }

  public static PatientIdentity newPatient(String mrn) {
    return new PatientIdentity(
        null,
        "Inge",
        "Container",
        LocalDate.of(1970, 1, 2),
        "female",
        mrn,
        null,
        null,
        new PatientIdentity.Address("1 Main St", null, "Reno", "NV", "89501"));
  }

  public UUID patient(Caller caller) {
    return patients.create(caller, newPatient(UUID.randomUUID().toString())).id();
  }

  public UUID coverage(Caller caller, UUID patient) {
    CoverageService.MemberNumbers numbers =
        new CoverageService.MemberNumbers("M" + UUID.randomUUID(), null, null, null);
    return coverages
        .add(
            caller,
            patient,
            new CoverageService.NewCoverage(
                payers.list(caller).get(0).id(), "primary", "self", null, null, numbers))
        .id();
  }

  public PriorAuthService.RequestView request(Caller caller) {
    UUID patient = patient(caller);
    return requests.create(
        caller,
        new PriorAuthService.NewRequest(
            null,
            new OrderCheck.Wanted(
                patient,
                coverage(caller, patient),
                new PriorAuthorization.Providers(null, null),
                Priority.ROUTINE,
                null,
                List.of(
                    new OrderedService(
                        new RequestedItem.Service(
                            "cpt", "72148", BigDecimal.ONE, List.of("M54.16")),
                        "MRI lumbar spine")))));
  }
}
