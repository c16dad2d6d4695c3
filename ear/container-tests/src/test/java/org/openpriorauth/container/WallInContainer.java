package org.openpriorauth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.container.outside.TestedEar;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.patient.model.Patient;

/** The wall between clinics where transactions meet: no query here names a clinic. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(ArquillianExtension.class)
class WallInContainer {
  @Inject Clinics clinics;
  @Inject Transactions transactions;
  @Inject PatientService patients;
  @Inject Documents documents;

  @Deployment
  static EnterpriseArchive ear() {
    return TestedEar.with(WallInContainer.class.getPackage());
  }

  @Test
  void oneClinicsTransactionSeesNoRowOfAnother() {
    ClinicId here = clinics.first();
    clinics.request(Clinics.staff(here));
    UUID there = clinics.patient(Clinics.staff(clinics.second()));
    transactions.in(
        here,
        em -> {
          for (String table :
              List.of("patient", "coverage", "prior_authorization", "payer", "audit_event")) {
            assertThat(clinicsSeen(em, table)).as(table).containsExactly(here.value());
          }
          assertThat(em.find(Patient.class, there)).isNull();
          assertThat(
                  em.createNativeQuery("update patient set deleted_at = now() where id = :id")
                      .setParameter("id", there)
                      .executeUpdate())
              .isZero();
          return null;
        });
  }

  @Test
  void anInnerTransactionOfAnotherClinicLeavesTheOuterOneWhereItWas() {
    Caller here = Clinics.staff(clinics.first());
    Caller there = Clinics.staff(clinics.second());
    clinics.request(here);
    UUID theirs = clinics.request(there).id();
    transactions.in(
        here.clinic(),
        em -> {
          assertThat(clinicsSeen(em, "patient")).containsExactly(here.clinic().value());
          // A service of the product that opens a transaction of its own, then a bare one.
          assertThat(documents.ofRequest(there, theirs)).isEmpty();
          assertThat(
                  transactions.<List<UUID>>in(
                      there.clinic(), inner -> clinicsSeen(inner, "patient")))
              .containsExactly(there.clinic().value());
          assertThat(clinicsSeen(em, "patient")).containsExactly(here.clinic().value());
          return null;
        });
  }

  @Test
  void oneTransactionNeverWorksForTwoClinics() {
    Caller there = Clinics.staff(clinics.second());
    UUID theirs = clinics.patient(there);
    assertThatThrownBy(
            () -> transactions.in(clinics.first(), em -> patients.get(there, theirs).id()))
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two clinics");
  }

  private static List<UUID> clinicsSeen(EntityManager em, String table) {
    return Transactions.rows(em, UUID.class, "select distinct clinic_id from " + table);
  }
}
