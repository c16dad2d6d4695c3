package org.openpriorauth.operations.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

/** Which starts of jobs are taken. */
@ApplicationScoped
public class JobTurns {
  private static final Duration KEPT = Duration.ofDays(7);

  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param turn how long one lasts, from its first instant on: an hour, or a part of one
   * @return true for the first who asks in this turn
   */
  public boolean take(String job, Duration turn, Instant now) {
    em.createNativeQuery("delete from job_turn where job = :job and hour < :old")
        .setParameter("job", job)
        .setParameter("old", now.minus(KEPT))
        .executeUpdate();
    return em.createNativeQuery(
                "insert into job_turn (job, hour, taken_at) values (:job, :hour, :now)"
                    + " on conflict do nothing")
            .setParameter("job", job)
            .setParameter("hour", begin(turn, now))
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  private static Instant begin(Duration turn, Instant now) {
    long seconds = turn.toSeconds();
    return Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
  }
}
