package org.openpriorauth.checks.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import org.openpriorauth.kernel.ClinicId;

/**
 * How well an audit trail is watched over. A null clinic means what belongs to no clinic; then the
 * transaction has entered the installation's part.
 */
@ApplicationScoped
public class TrailRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param sealedAt when the last seal was set, or null
   * @param openSince the time of the oldest event that no seal fixes, or null if there is none
   * @param verifiedAt when the trail was last held against its seals, or null
   * @param broken whether it did not hold at any time since the day given
   */
  public record Trail(Instant sealedAt, Instant openSince, Instant verifiedAt, boolean broken) {}

  /**
   * @param since how far back to look for verifications
   */
  public Trail look(ClinicId clinic, Instant since) {
    Object[] seal =
        (Object[])
            of(
                    clinic,
                    "select max(sealed_at), coalesce(max(up_to), 0) from audit_seal where %s",
                    null)
                .getSingleResult();
    Instant open =
        (Instant)
            of(
                    clinic,
                    "select min(at) from audit_event where %s and position > :upTo",
                    Instant.class)
                .setParameter("upTo", seal[1])
                .getSingleResult();
    Object[] verified =
        (Object[])
            of(
                    clinic,
                    "select max(at), coalesce(bool_or(detail ->> 'problems' <> '0'), false)"
                        + " from audit_event where %s and action = 'audit.verify' and at > :since",
                    null)
                .setParameter("since", since)
                .getSingleResult();
    return new Trail((Instant) seal[0], open, (Instant) verified[0], (Boolean) verified[1]);
  }

  private Query of(ClinicId clinic, String sql, Class<?> type) {
    String whole = sql.formatted(clinic == null ? "clinic_id is null" : "clinic_id = :clinic");
    Query query = type == null ? em.createNativeQuery(whole) : em.createNativeQuery(whole, type);
    return clinic == null ? query : query.setParameter("clinic", clinic.value());
  }
}
