package org.openpriorauth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.container.outside.TestedEar;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.PriorAuthService;

/** A change and its audit line stand or fall together. */
@Tag("hipaa")
@ExtendWith(ArquillianExtension.class)
class RollbackInContainer {
  @Inject Clinics clinics;
  @Inject Transactions transactions;
  @Inject PatientService patients;
  @Inject PriorAuthService requests;

  @Deployment
  static EnterpriseArchive ear() {
    return TestedEar.with(RollbackInContainer.class.getPackage());
  }

  @Test
  void aProblemTakesBackWhatItsServiceHadWrittenBefore() {
    Caller caller = Clinics.staff(clinics.first());
    String taken = UUID.randomUUID().toString();
    patients.create(caller, Clinics.newPatient(taken));
    Caller once = Clinics.promising(caller, UUID.randomUUID().toString());
    Problem problem =
        catchThrowableOfType(Problem.class, () -> patients.create(once, Clinics.newPatient(taken)));
    assertThat(problem.code()).isEqualTo(ErrorCode.MRN_TAKEN);
    // The key was written first. Had it stayed, the corrected request would be refused for ever.
    PatientIdentity corrected = Clinics.newPatient(UUID.randomUUID().toString());
    UUID made = patients.create(once, corrected).id();
    assertThat(patients.create(once, corrected).id()).isEqualTo(made);
    assertThat(lines(caller)).containsExactly("patient.create", "patient.create");
  }

  @Test
  void aProblemThatWasCaughtOnTheWayRollsBackAllTheSame() {
    Caller caller = Clinics.staff(clinics.first());
    String mrn = UUID.randomUUID().toString();
    transactions.in(
        caller.clinic(),
        em -> {
          patients.create(caller, Clinics.newPatient(mrn));
          assertThatThrownBy(() -> requests.get(caller, UUID.randomUUID()))
              .isInstanceOf(Problem.class);
          return null;
        });
    assertThat(lines(caller)).isEmpty();
    assertThat(patients.search(caller, null, mrn, null)).isEmpty();
  }

  @Test
  void aChangeWhoseAuditLineCannotBeWrittenDoesNotHappen() {
    Caller caller = Clinics.staff(clinics.first());
    Caller unwritable = Clinics.caller(caller.clinic(), "no\0text", "patient:change");
    String mrn = UUID.randomUUID().toString();
    assertThatThrownBy(() -> patients.create(unwritable, Clinics.newPatient(mrn)))
        .isInstanceOf(EJBException.class);
    assertThat(patients.search(caller, null, mrn, null)).isEmpty();
    assertThat(patients.create(caller, Clinics.newPatient(mrn)).id()).isNotNull();
    assertThat(lines(caller)).containsExactly("patient.create");
  }

  private List<String> lines(Caller caller) {
    return transactions.in(
        caller.clinic(),
        em ->
            Transactions.rows(
                em,
                String.class,
                "select action from audit_event where request_id = ?1",
                caller.origin().requestId()));
  }
}
