package org.openpriorauth.priorauth.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** A clinic's prior authorizations. */
@ApplicationScoped
public class PriorAuthRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** Where a page of the list begins: below this row, newest first. */
  public record Key(Instant createdAt, UUID id) {}

  /** A row of the list: narrow, so that its cost does not grow with what a request carries. */
  public record Row(
      UUID id,
      String paNumber,
      PriorAuthState state,
      String priority,
      UUID patientId,
      UUID payerId,
      Instant createdAt,
      Instant stateSince) {}

  public PriorAuthorization get(ClinicId clinic, UUID id) {
    return checked(clinic, em.find(PriorAuthorization.class, id));
  }

  private static PriorAuthorization checked(ClinicId clinic, PriorAuthorization found) {
    return Optional.ofNullable(found)
        .filter(pa -> pa.clinic().equals(clinic) && !pa.deleted())
        .orElseThrow(() -> Problem.of(ErrorCode.PA_NOT_FOUND));
  }

  /** Locked until the transaction ends: for moves that depend on the request's other rows. */
  public PriorAuthorization lock(ClinicId clinic, UUID id) {
    return checked(clinic, em.find(PriorAuthorization.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  public void add(PriorAuthorization request) {
    em.persist(request);
    em.flush();
  }

  /** Writes changes now, so that the version answered is the version stored. */
  public void flush() {
    em.flush();
  }

  /** Also a deleted one's: an external id is never given twice. */
  public Optional<UUID> findByExternalId(ClinicId clinic, byte[] externalIndex) {
    return em.createQuery(
            "select p.id from PriorAuthorization p where p.clinicId = :clinic"
                + " and p.externalIndex = :externalIndex",
            UUID.class)
        .setParameter("clinic", clinic.value())
        .setParameter("externalIndex", externalIndex)
        .getResultStream()
        .findFirst();
  }

  /**
   * The next number of the clinic's year; never given twice, and a rolled-back one may be missing.
   */
  public int nextSequence(ClinicId clinic, int year) {
    return ((Number)
            em.createNativeQuery(
                    "insert into prior_authorization_sequence (clinic_id, year, last)"
                        + " values (:clinic, :year, 1) on conflict (clinic_id, year)"
                        + " do update set last = prior_authorization_sequence.last + 1"
                        + " returning last")
                .setParameter("clinic", clinic.value())
                .setParameter("year", year)
                .getSingleResult())
        .intValue();
  }

  /** A page by key: its cost does not depend on how far down it lies. */
  public List<Row> page(ClinicId clinic, PriorAuthState state, Key after, int size) {
    String filter = state == null ? "" : " and p.state = :state";
    String below =
        after == null ? "" : " and (p.createdAt < :at or (p.createdAt = :at and p.id < :id))";
    var query =
        em.createQuery(
                "select new org.openpriorauth.priorauth.model.PriorAuthRepository$Row(p.id,"
                    + " p.paNumber, p.state, p.priority, p.patientId, p.payerId, p.createdAt,"
                    + " p.stateSince) from PriorAuthorization p where p.clinicId = :clinic"
                    + " and p.deletedAt is null"
                    + filter
                    + below
                    + " order by p.createdAt desc, p.id desc",
                Row.class)
            .setParameter("clinic", clinic.value())
            .setMaxResults(size);
    if (state != null) {
      query.setParameter("state", state);
    }
    if (after != null) {
      query.setParameter("at", after.createdAt()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
