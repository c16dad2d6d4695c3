package org.openpriorauth.identity.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** A clinic's invitations. */
@ApplicationScoped
public class InvitationRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** The clinic that a link's secret belongs to, whether or not the invitation is open. */
  public Optional<ClinicId> clinicOf(byte[] tokenHash) {
    Object clinic =
        em.createNativeQuery("select invitation_clinic(:hash)")
            .setParameter("hash", tokenHash)
            .getSingleResult();
    return Optional.ofNullable((UUID) clinic).map(ClinicId::new);
  }

  /** Locked: a link opens once. */
  public Optional<Invitation> lockByToken(ClinicId clinic, byte[] tokenHash) {
    return em.createQuery(
            "select i from Invitation i where i.clinicId = :clinic and i.tokenHash = :hash",
            Invitation.class)
        .setParameter("clinic", clinic.value())
        .setParameter("hash", tokenHash)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  public Optional<Invitation> lock(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(i -> i.clinic().equals(clinic));
  }

  /** Neither accepted nor revoked nor expired, the latest first. */
  public List<Invitation> open(ClinicId clinic, Instant now) {
    return em.createQuery(
            "select i from Invitation i where i.clinicId = :clinic and i.acceptedAt is null"
                + " and i.revokedAt is null and i.expiresAt > :now order by i.createdAt desc",
            Invitation.class)
        .setParameter("clinic", clinic.value())
        .setParameter("now", now)
        .getResultList();
  }

  public void add(Invitation invitation) {
    em.persist(invitation);
  }
}
