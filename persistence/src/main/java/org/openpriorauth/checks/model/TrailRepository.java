package org.openpriorauth.checks.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.kernel.Caller;
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
   * @param verifiedAt when the job last held the whole trail against its seals, or null
   * @param broken whether it did not hold then
   */
  public record Trail(Instant sealedAt, Instant openSince, Instant verifiedAt, boolean broken) {}

  /**
   * @param since how far back to look for a verification
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
    Optional<Object[]> verified = verified(clinic, since);
    return new Trail(
        (Instant) seal[0],
        open,
        verified.map(row -> (Instant) row[0]).orElse(null),
        verified.map(row -> !"0".equals(row[1])).orElse(false));
  }

  /** The nightly job looks at whole chains; a person may have looked at a stretch. */
  private Optional<Object[]> verified(ClinicId clinic, Instant since) {
    @SuppressWarnings("unchecked")
    List<Object[]> last =
        of(
                clinic,
                "select at, detail ->> 'problems' from audit_event where %s"
                    + " and action = 'audit.verify' and actor = :job and at > :since"
                    + " order by at desc limit 1",
                null)
            .setParameter("job", Caller.SYSTEM)
            .setParameter("since", since)
            .getResultList();
    return last.stream().findFirst();
  }

  private Query of(ClinicId clinic, String sql, Class<?> type) {
    String whole = sql.formatted(clinic == null ? "clinic_id is null" : "clinic_id = :clinic");
    Query query = type == null ? em.createNativeQuery(whole) : em.createNativeQuery(whole, type);
    return clinic == null ? query : query.setParameter("clinic", clinic.value());
  }
}
