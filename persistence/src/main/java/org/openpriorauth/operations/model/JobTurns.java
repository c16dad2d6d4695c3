package org.openpriorauth.operations.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which hours' starts of jobs are taken. */
@ApplicationScoped
public class JobTurns {
  private static final Duration KEPT = Duration.ofDays(7);

  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @return true for the first who asks in this hour
   */
  public boolean take(String job, Instant now) {
    em.createNativeQuery("delete from job_turn where job = :job and hour < :old")
        .setParameter("job", job)
        .setParameter("old", now.minus(KEPT))
        .executeUpdate();
    return em.createNativeQuery(
                "insert into job_turn (job, hour, taken_at) values (:job, :hour, :now)"
                    + " on conflict do nothing")
            .setParameter("job", job)
            .setParameter("hour", now.truncatedTo(ChronoUnit.HOURS))
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }
}
