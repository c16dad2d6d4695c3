package org.openpriorauth.operations.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** Keys that clients promised never to reuse, and what each one made. */
@ApplicationScoped
public class IdempotencyRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** What an earlier request with this key was, and what it made. */
  public record Earlier(byte[] fingerprint, UUID subject) {}

  /**
   * Takes the key for this transaction. A second request with the same key waits here until the
   * first commits or rolls back.
   *
   * @return false if an earlier request has it
   */
  public boolean take(ClinicId clinic, String action, String key, byte[] fingerprint, Instant now) {
    return em.createNativeQuery(
                "insert into idempotency_key (clinic_id, action, idem_key, fingerprint, created_at)"
                    + " values (:clinic, :action, :key, :fingerprint, :now) on conflict do nothing")
            .setParameter("clinic", clinic.value())
            .setParameter("action", action)
            .setParameter("key", key)
            .setParameter("fingerprint", fingerprint)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  public void made(ClinicId clinic, String action, String key, UUID subject) {
    em.createNativeQuery(
            "update idempotency_key set subject_id = :subject"
                + " where clinic_id = :clinic and action = :action and idem_key = :key")
        .setParameter("subject", subject)
        .setParameter("clinic", clinic.value())
        .setParameter("action", action)
        .setParameter("key", key)
        .executeUpdate();
  }

  public Earlier earlier(ClinicId clinic, String action, String key) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select fingerprint, subject_id from idempotency_key"
                        + " where clinic_id = :clinic and action = :action and idem_key = :key")
                .setParameter("clinic", clinic.value())
                .setParameter("action", action)
                .setParameter("key", key)
                .getSingleResult();
    return new Earlier((byte[]) row[0], (UUID) row[1]);
  }

  /** Forgets the clinic's keys made before the given time; answers how many. */
  public int deleteOlderThan(ClinicId clinic, Instant time) {
    return em.createNativeQuery(
            "delete from idempotency_key where clinic_id = :clinic and created_at < :time")
        .setParameter("clinic", clinic.value())
        .setParameter("time", time)
        .executeUpdate();
  }
}
