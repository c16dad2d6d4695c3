package org.openpriorauth.alerts.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;

/** A clinic's alerts. */
@ApplicationScoped
public class AlertRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** Where a page begins: below this alert, newest first. */
  public record Key(Instant at, UUID id) {}

  /**
   * An alert with the names that belong to it.
   *
   * @param name of the person or key, null where it is nobody of the clinic's
   * @param verdict null while it is open, as are note and who closed it
   * @param note sealed
   */
  public record Row(
      UUID id,
      String rule,
      UUID actor,
      String name,
      String address,
      UUID subject,
      Instant firstAt,
      Instant lastAt,
      long times,
      Instant foundAt,
      String verdict,
      byte[] note,
      Instant closedAt,
      String closedBy,
      long version) {}

  private static final String ROWS =
      "select a.id, a.rule, a.actor, coalesce(u.full_name, 'key: ' || k.name), a.address,"
          + " a.subject_id, a.first_at, a.last_at, a.times, a.created_at, a.verdict, a.note,"
          + " a.closed_at, c.full_name, a.version from security_alert a"
          + " left join membership m on m.user_id = a.actor and m.clinic_id = a.clinic_id"
          + " left join app_user u on u.id = m.user_id"
          + " left join api_key k on k.id = a.actor and k.clinic_id = a.clinic_id"
          + " left join app_user c on c.id = a.closed_by where a.clinic_id = :clinic";

  /**
   * Notes a suspicion: as a new alert, or as more of the one that is open for the same rule and
   * incident.
   *
   * @return whether it is a new one
   */
  public boolean note(ClinicId clinic, String rule, Suspicion found, UUID by, Instant now) {
    boolean fresh =
        with(
                    clinic,
                    rule,
                    found,
                    em.createNativeQuery(
                        "insert into security_alert (id, clinic_id, rule, who, actor, address,"
                            + " subject_id, first_at, last_at, times, created_at, created_by,"
                            + " updated_at, updated_by) values (:id, :clinic, :rule, :who,"
                            + " cast(:actor as uuid), :address, cast(:subject as uuid), :first,"
                            + " :last, :times, :now, :by, :now, :by) on conflict (clinic_id, rule,"
                            + " who) where closed_at is null do nothing"))
                .setParameter("id", Ids.next())
                .setParameter("actor", text(found.actor()))
                .setParameter("address", found.address())
                .setParameter("subject", text(found.subject()))
                .setParameter("first", found.first())
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate()
            == 1;
    if (!fresh) {
      with(
              clinic,
              rule,
              found,
              em.createNativeQuery(
                  "update security_alert set last_at = :last, times = greatest(times, :times),"
                      + " version = version + 1, updated_at = :now, updated_by = :by"
                      + " where clinic_id = :clinic and rule = :rule and who = :who"
                      + " and closed_at is null and last_at < :last"))
          .setParameter("by", by)
          .setParameter("now", now)
          .executeUpdate();
    }
    return fresh;
  }

  private static Query with(ClinicId clinic, String rule, Suspicion found, Query query) {
    return query
        .setParameter("clinic", clinic.value())
        .setParameter("rule", rule)
        .setParameter("who", found.who())
        .setParameter("last", found.last())
        .setParameter("times", found.times());
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }

  /**
   * The latest found first.
   *
   * @param open whether those that wait for somebody, or those that are closed
   */
  public List<Row> page(ClinicId clinic, boolean open, Key after, int most) {
    String state = " and a.closed_at is " + (open ? "null" : "not null");
    String below = after == null ? "" : " and (a.created_at, a.id) < (:at, :id)";
    Query query =
        em.createNativeQuery(ROWS + state + below + " order by a.created_at desc, a.id desc")
            .setParameter("clinic", clinic.value())
            .setMaxResults(most);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return rows(query.getResultList());
  }

  public Optional<Row> find(ClinicId clinic, UUID id) {
    return rows(
            em.createNativeQuery(ROWS + " and a.id = :id")
                .setParameter("clinic", clinic.value())
                .setParameter("id", id)
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Locked: of two who close it, the second sees the first. */
  public Optional<SecurityAlert> lock(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(SecurityAlert.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(a -> a.clinic().equals(clinic));
  }

  /** Writes what was changed, so that its version is known. */
  public void flush(ClinicId clinic) {
    em.flush();
  }

  /** Where those who may close alerts get their mail. */
  public List<String> watchers(ClinicId clinic) {
    @SuppressWarnings("unchecked")
    List<String> addresses =
        em.createNativeQuery(
                "select u.email from membership m join app_user u on u.id = m.user_id"
                    + " join role_permission r on r.role = m.role and r.permission = 'alert:change'"
                    + " where m.clinic_id = :clinic and m.active and u.active order by u.email",
                String.class)
            .setParameter("clinic", clinic.value())
            .getResultList();
    return addresses;
  }

  private static List<Row> rows(List<?> rows) {
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new Row(
                    (UUID) r[0],
                    (String) r[1],
                    (UUID) r[2],
                    (String) r[3],
                    (String) r[4],
                    (UUID) r[5],
                    (Instant) r[6],
                    (Instant) r[7],
                    ((Number) r[8]).longValue(),
                    (Instant) r[9],
                    (String) r[10],
                    (byte[]) r[11],
                    (Instant) r[12],
                    (String) r[13],
                    ((Number) r[14]).longValue()))
        .toList();
  }
}
