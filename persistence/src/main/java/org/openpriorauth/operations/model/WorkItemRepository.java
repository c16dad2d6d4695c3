package org.openpriorauth.operations.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;

/**
 * Work items. The row is the truth and a queue message only a wake-up: whoever claims the row
 * works, everyone else goes away, so messages may come twice or never. Rows hold no patient data,
 * so the sweeper sees every clinic's.
 */
@ApplicationScoped
public class WorkItemRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public WorkItem.Ref add(ClinicId clinic, String kind, UUID subject, Instant dueAt, Instant now) {
    UUID id = Ids.next();
    em.createNativeQuery(
            "insert into work_item (id, clinic_id, kind, subject_id, state, due_at, created_at)"
                + " values (:id, :clinic, :kind, :subject, 'waiting', :due, :now)")
        .setParameter("id", id)
        .setParameter("clinic", clinic.value())
        .setParameter("kind", kind)
        .setParameter("subject", subject)
        .setParameter("due", dueAt)
        .setParameter("now", now)
        .executeUpdate();
    return new WorkItem.Ref(clinic, id, kind);
  }

  /** Claims it, unless it is taken, done or not yet due. */
  public Optional<WorkItem> claim(ClinicId clinic, UUID id, Instant now, Instant leaseUntil) {
    UUID lease = UUID.randomUUID();
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "update work_item set state = 'claimed', attempts = attempts + 1,"
                    + " lease_until = :until, lease_token = :lease where id ="
                    + " (select id from work_item where id = :id and clinic_id = :clinic"
                    + " and state = 'waiting' and due_at <= :now for update skip locked)"
                    + " returning kind, subject_id, attempts")
            .setParameter("until", leaseUntil)
            .setParameter("lease", lease)
            .setParameter("id", id)
            .setParameter("clinic", clinic.value())
            .setParameter("now", now)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            r ->
                new WorkItem(
                    id, clinic, (String) r[0], (UUID) r[1], lease, ((Number) r[2]).intValue()));
  }

  /** Records the end of a claim; false if the lease was taken over meanwhile. */
  public boolean finish(WorkItem item, String state, Instant now) {
    return em.createNativeQuery(
                "update work_item set state = :state, finished_at = :now, lease_until = null,"
                    + " lease_token = null where id = :id and lease_token = :lease")
            .setParameter("state", state)
            .setParameter("now", now)
            .setParameter("id", item.id())
            .setParameter("lease", item.lease())
            .executeUpdate()
        == 1;
  }

  /**
   * Puts a claimed item back with what went wrong, in words without patient data. When it is due
   * again it is woken at once, however lately it was woken for this turn.
   */
  public boolean postpone(WorkItem item, Instant dueAt, String problem) {
    return em.createNativeQuery(
                "update work_item set state = 'waiting', due_at = :due, last_problem = :problem,"
                    + " lease_until = null, lease_token = null, woken_at = null"
                    + " where id = :id and lease_token = :lease")
            .setParameter("due", dueAt)
            .setParameter("problem", problem)
            .setParameter("id", item.id())
            .setParameter("lease", item.lease())
            .executeUpdate()
        == 1;
  }

  /** Whether the claim is still the worker's; nobody takes it over before the transaction ends. */
  public boolean holds(WorkItem item) {
    return !em.createNativeQuery(
            "select id from work_item where id = :id and lease_token = :lease for update",
            UUID.class)
        .setParameter("id", item.id())
        .setParameter("lease", item.lease())
        .getResultList()
        .isEmpty();
  }

  /** Prolongs a claim, unless it was taken over. */
  public void renew(WorkItem item, Instant leaseUntil) {
    em.createNativeQuery(
            "update work_item set lease_until = :until where id = :id and lease_token = :lease")
        .setParameter("until", leaseUntil)
        .setParameter("id", item.id())
        .setParameter("lease", item.lease())
        .executeUpdate();
  }

  /**
   * Frees what was claimed by somebody who is gone; answers how many. The first times it is due at
   * once; work that goes on taking its server with it waits longer and longer, up to an hour, so
   * that the others' work gets its turn.
   */
  public int freeExpiredLeases(Instant now, long firstPauseSeconds) {
    return em.createNativeQuery(
            "update work_item set state = 'waiting', lease_until = null, lease_token = null,"
                + " due_at = cast(:now as timestamptz) + case when attempts <= 2 then interval '0'"
                + " else least(interval '1 hour', interval '1 second' * :pause"
                + " * power(4, least(attempts, 10) - 2)) end"
                + " where state = 'claimed' and lease_until < :now")
        .setParameter("now", now)
        .setParameter("pause", firstPauseSeconds)
        .executeUpdate();
  }

  /**
   * What has waited past its time, because its wake-up was lost or its postponement is over; each
   * is marked, so that the next sweeps wake others first.
   */
  public List<WorkItem.Ref> overdue(
      Instant now, Instant dueBefore, Instant wokenBefore, int limit) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "update work_item set woken_at = :now where id in (select id from work_item"
                    + " where state = 'waiting' and due_at < :due"
                    + " and (woken_at is null or woken_at < :woken)"
                    + " order by due_at limit :n for update skip locked)"
                    + " returning clinic_id, id, kind")
            .setParameter("now", now)
            .setParameter("due", dueBefore)
            .setParameter("woken", wokenBefore)
            .setParameter("n", limit)
            .getResultList();
    return rows.stream()
        .map(r -> new WorkItem.Ref(new ClinicId((UUID) r[0]), (UUID) r[1], (String) r[2]))
        .toList();
  }
}
