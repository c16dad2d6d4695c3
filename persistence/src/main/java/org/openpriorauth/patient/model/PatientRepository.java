package org.openpriorauth.patient.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** Patients and their coverages of one clinic. */
@ApplicationScoped
public class PatientRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public Patient get(ClinicId clinic, UUID id) {
    return find(clinic, id).orElseThrow(() -> Problem.of(ErrorCode.PATIENT_NOT_FOUND));
  }

  private Optional<Patient> find(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(Patient.class, id))
        .filter(p -> p.clinic().equals(clinic) && !p.deleted());
  }

  public Optional<UUID> findByMrn(ClinicId clinic, byte[] mrnIndex) {
    return em.createQuery(
            "select p.id from Patient p where p.clinicId = :clinic and p.mrnIndex = :mrn"
                + " and p.deletedAt is null",
            UUID.class)
        .setParameter("clinic", clinic.value())
        .setParameter("mrn", mrnIndex)
        .getResultStream()
        .findFirst();
  }

  public Optional<UUID> findByExternalId(ClinicId clinic, byte[] externalIndex) {
    return em.createQuery(
            "select p.id from Patient p where p.clinicId = :clinic"
                + " and p.externalIndex = :externalIndex and p.deletedAt is null",
            UUID.class)
        .setParameter("clinic", clinic.value())
        .setParameter("externalIndex", externalIndex)
        .getResultStream()
        .findFirst();
  }

  public List<Patient> all(ClinicId clinic, Collection<UUID> ids) {
    return em.createQuery(
            "select p from Patient p where p.clinicId = :clinic and p.id in :ids", Patient.class)
        .setParameter("clinic", clinic.value())
        .setParameter("ids", ids)
        .getResultList();
  }

  public void add(Patient patient) {
    em.persist(patient);
    em.flush();
  }

  public Coverage coverage(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(Coverage.class, id))
        .filter(c -> c.clinic().equals(clinic) && !c.deleted())
        .orElseThrow(() -> Problem.of(ErrorCode.COVERAGE_NOT_FOUND));
  }

  public List<Coverage> coverages(ClinicId clinic, UUID patient) {
    return em.createQuery(
            "select c from Coverage c where c.clinicId = :clinic and c.patientId = :patient"
                + " and c.deletedAt is null order by c.rank, c.createdAt",
            Coverage.class)
        .setParameter("clinic", clinic.value())
        .setParameter("patient", patient)
        .getResultList();
  }

  public void add(Coverage coverage) {
    em.persist(coverage);
    em.flush();
  }

  /** Replaces the keyed beginnings of a patient's names. */
  public void index(ClinicId clinic, UUID patient, Collection<byte[]> tokens) {
    em.createNativeQuery(
            "delete from patient_name_token where clinic_id = :clinic and patient_id = :patient")
        .setParameter("clinic", clinic.value())
        .setParameter("patient", patient)
        .executeUpdate();
    em.createNativeQuery(
            "insert into patient_name_token (clinic_id, token, patient_id)"
                + " select :clinic, t, :patient from unnest(cast(:tokens as bytea[])) t"
                + " on conflict do nothing")
        .setParameter("clinic", clinic.value())
        .setParameter("patient", patient)
        .setParameter("tokens", tokens.toArray(byte[][]::new))
        .executeUpdate();
  }

  /**
   * Patients that have every one of the tokens, and the birth date unless it is null; newest first.
   */
  public List<UUID> search(ClinicId clinic, List<byte[]> tokens, byte[] birthIndex, int limit) {
    StringBuilder sql =
        new StringBuilder("select p.id from patient p where p.clinic_id = :clinic")
            .append(" and p.deleted_at is null");
    if (birthIndex != null) {
      sql.append(" and p.birth_index = :birth");
    }
    for (int i = 0; i < tokens.size(); i++) {
      sql.append(" and exists (select 1 from patient_name_token t where t.clinic_id = p.clinic_id")
          .append(" and t.patient_id = p.id and t.token = :t")
          .append(i)
          .append(')');
    }
    var query = em.createNativeQuery(sql.append(" order by p.id desc").toString(), UUID.class);
    query.setParameter("clinic", clinic.value()).setMaxResults(limit);
    if (birthIndex != null) {
      query.setParameter("birth", birthIndex);
    }
    for (int i = 0; i < tokens.size(); i++) {
      query.setParameter("t" + i, tokens.get(i));
    }
    @SuppressWarnings("unchecked")
    List<UUID> ids = query.getResultList();
    return ids;
  }
}
