package org.openpriorauth.audit.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Days;

/** Finds in a clinic's audit trail. */
@ApplicationScoped
public class AuditSearch {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** Where a page begins: below this event, newest first. */
  public record Key(Instant at, UUID id) {}

  /**
   * What is looked for; null is anything.
   *
   * @param from the first instant
   * @param to the first instant after
   * @param action its beginning, e.g. {@code patient.}
   * @param person part of a user name or a full name
   * @param emergency the emergency access during which it was done
   * @param nobodys among what belongs to no clinic instead, wrong passwords above all
   */
  public record Wanted(
      Instant from,
      Instant to,
      UUID actor,
      String person,
      String action,
      UUID subjectId,
      String outcome,
      String requestId,
      String address,
      UUID emergency,
      boolean nobodys) {
    public Wanted since(Instant beginning) {
      return new Wanted(
          beginning, to, actor, person, action, subjectId, outcome, requestId, address, emergency,
          nobodys);
    }
  }

  /**
   * One event.
   *
   * @param name of who did it, null for the machine and for who is not of the clinic
   * @param detail as JSON
   */
  public record Line(
      UUID id,
      Instant at,
      UUID actor,
      String name,
      String action,
      String subject,
      UUID subjectId,
      String outcome,
      String door,
      String requestId,
      String address,
      String agent,
      String detail) {}

  /**
   * What one person did with one patient's record on one day of the clinic's.
   *
   * @param actions without the doubles
   */
  public record Access(
      LocalDate day,
      UUID actor,
      String name,
      long times,
      Instant first,
      Instant last,
      List<String> actions) {}

  private static final String LINES =
      "select e.id, e.at, e.actor, coalesce(u.full_name, 'key: ' || k.name), e.action, e.subject, e.subject_id, e.outcome,"
          + " e.door, e.request_id, e.address, e.agent, cast(e.detail as text) from audit_event e"
          + " left join membership m on m.user_id = e.actor and m.clinic_id = e.clinic_id"
          + " left join app_user u on u.id = m.user_id"
          + " left join api_key k on k.id = e.actor and k.clinic_id = e.clinic_id"
          + " where e.clinic_id ";

  /** Newest first. */
  public List<Line> find(ClinicId clinic, Wanted wanted, Key after, int most) {
    StringBuilder sql = new StringBuilder(LINES);
    Map<String, Object> values = new LinkedHashMap<>();
    if (wanted.nobodys()) {
      sql.append("is null");
    } else {
      with(sql, values, "= :clinic", "clinic", clinic.value());
    }
    with(sql, values, wanted);
    if (after != null) {
      sql.append(" and (e.at, e.id) < (:lastAt, :lastId)");
      values.put("lastAt", after.at());
      values.put("lastId", after.id());
    }
    Query query =
        em.createNativeQuery(sql.append(" order by e.at desc, e.id desc").toString())
            .setMaxResults(most);
    values.forEach(query::setParameter);
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query.getResultList();
    return rows.stream().map(AuditSearch::line).toList();
  }

  private static void with(StringBuilder sql, Map<String, Object> values, Wanted wanted) {
    with(sql, values, " and e.at >= :from", "from", wanted.from());
    with(sql, values, " and e.at < :to", "to", wanted.to());
    with(sql, values, " and e.actor = :actor", "actor", wanted.actor());
    with(sql, values, " and e.subject_id = :subject", "subject", wanted.subjectId());
    with(sql, values, " and e.outcome = :outcome", "outcome", wanted.outcome());
    with(sql, values, " and e.request_id = :request", "request", wanted.requestId());
    with(sql, values, " and e.address = :address", "address", wanted.address());
    with(
        sql,
        values,
        " and e.detail ->> 'emergency' = :emergency",
        "emergency",
        wanted.emergency() == null ? null : wanted.emergency().toString());
    with(sql, values, " and starts_with(e.action, :action)", "action", wanted.action());
    with(
        sql,
        values,
        " and (position(lower(:person) in lower(coalesce(u.full_name, 'key: ' || k.name))) > 0"
            + " or lower(u.username) = lower(:person))",
        "person",
        wanted.person());
  }

  private static void with(
      StringBuilder sql, Map<String, Object> values, String filter, String name, Object value) {
    if (value != null) {
      sql.append(filter);
      values.put(name, value);
    }
  }

  private static Line line(Object[] r) {
    return new Line(
        (UUID) r[0],
        (Instant) r[1],
        (UUID) r[2],
        (String) r[3],
        (String) r[4],
        (String) r[5],
        (UUID) r[6],
        (String) r[7],
        (String) r[8],
        (String) r[9],
        (String) r[10],
        (String) r[11],
        (String) r[12]);
  }

  private static final String ACCESSES =
      "with about as (select cast(:patient as uuid) id"
          + " union select id from coverage where clinic_id = :clinic and patient_id = :patient"
          + " union select id from prior_authorization"
          + " where clinic_id = :clinic and patient_id = :patient"
          + " union select d.id from clinical_document d join prior_authorization r"
          + " on r.id = d.prior_authorization_id where r.clinic_id = :clinic"
          + " and r.patient_id = :patient"
          + " union select k.id from packet k join prior_authorization r"
          + " on r.id = k.prior_authorization_id where r.clinic_id = :clinic"
          + " and r.patient_id = :patient"
          + " union select s.id from submission s join prior_authorization r"
          + " on r.id = s.prior_authorization_id where r.clinic_id = :clinic"
          + " and r.patient_id = :patient),"
          + " seen as (select e.at, e.actor, e.action from about"
          + " join audit_event e on e.clinic_id = :clinic and e.subject_id = about.id"
          + " where e.outcome = 'done'"
          + " union all select at, actor, action from audit_listings(:patient))"
          + " select cast(s.at at time zone :zone as date) as day, s.actor,"
          + " coalesce(u.full_name, 'key: ' || a.name) as name, count(*),"
          + " min(s.at), max(s.at), string_agg(distinct s.action, ' ' order by s.action) from seen s"
          + " left join membership m on m.user_id = s.actor and m.clinic_id = :clinic"
          + " left join app_user u on u.id = m.user_id"
          + " left join api_key a on a.id = s.actor and a.clinic_id = :clinic"
          + " where s.actor <> cast(:system as uuid)"
          + " group by day, s.actor, coalesce(u.full_name, 'key: ' || a.name) order by day desc, max(s.at) desc";

  /** Whether the clinic has the patient, or had. */
  public boolean knows(ClinicId clinic, UUID patient) {
    return !em.createNativeQuery(
            "select 1 from patient where clinic_id = :clinic and id = :patient")
        .setParameter("clinic", clinic.value())
        .setParameter("patient", patient)
        .getResultList()
        .isEmpty();
  }

  /** Who had to do with a patient's record, and with what belongs to it; the newest day first. */
  public List<Access> accesses(ClinicId clinic, UUID patient, UUID system, ZoneId zone, int most) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(ACCESSES)
            .setParameter("clinic", clinic.value())
            .setParameter("patient", patient)
            .setParameter("system", system.toString())
            .setParameter("zone", zone.getId())
            .setMaxResults(most)
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new Access(
                    Days.of(r[0]),
                    (UUID) r[1],
                    (String) r[2],
                    ((Number) r[3]).longValue(),
                    (Instant) r[4],
                    (Instant) r[5],
                    Arrays.asList(((String) r[6]).split(" "))))
        .toList();
  }
}
