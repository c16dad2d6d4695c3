package org.openpriorauth.alerts.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/**
 * The rules as they look through the audit trail: one statement each, over the latest stretch only,
 * found by {@code ix_audit_event_time}, so that years of trail cost nothing. What was closed counts
 * no more.
 */
@ApplicationScoped
public class SuspicionRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** From when the trail is looked at, the first instant, and up to when, the last. */
  public record Stretch(Instant from, Instant to) {}

  /**
   * A day's usual hours at the clinic.
   *
   * @param begins the first usual hour, 0 to 23
   * @param ends the first hour that is not usual any more, 1 to 24
   * @param usualDays on so many days lately somebody came at odd hours whose work it is
   */
  public record Hours(ZoneId zone, int begins, int ends, int usualDays) {}

  /** How far back somebody's habits are looked at. */
  private static final Duration LATELY = Duration.ofDays(30);

  private static final String STRETCH =
      "closed as (select who, max(closed_at) at from security_alert where clinic_id = :clinic"
          + " and rule = :rule and closed_at >= :from group by who)";

  private static final String READS =
      " e.clinic_id = :clinic and e.at >= :from and e.at <= :to and e.outcome = 'done'"
          + " and e.actor <> cast(:system as uuid) and e.subject in ('patient',"
          + " 'prior_authorization', 'clinical_document', 'packet', 'submission')"
          + " and e.action ~ '[.](read|find|list)$'";

  /** Whose record an event showed; a list names all who stood on it. */
  private static final String PATIENTS =
      " cross join lateral (select e.subject_id patient where e.subject = 'patient'"
          + " union all select cast(ids.id as uuid) from jsonb_array_elements_text("
          + "   case when e.action = 'patient.list' then e.detail -> 'ids' else '[]' end) ids (id)"
          + " union all select r.patient_id from prior_authorization r"
          + "   where e.subject = 'prior_authorization' and r.id = e.subject_id"
          + " union all select r.patient_id from clinical_document d"
          + "   join prior_authorization r on r.id = d.prior_authorization_id"
          + "   where e.subject = 'clinical_document' and d.id = e.subject_id"
          + " union all select r.patient_id from packet k"
          + "   join prior_authorization r on r.id = k.prior_authorization_id"
          + "   where e.subject = 'packet' and k.id = e.subject_id"
          + " union all select r.patient_id from submission s"
          + "   join prior_authorization r on r.id = s.prior_authorization_id"
          + "   where e.subject = 'submission' and s.id = e.subject_id) seen";

  private static final String MASS_READS =
      "with "
          + STRETCH
          + " select cast(e.actor as text), e.actor, null, min(e.at), max(e.at),"
          + " count(distinct seen.patient) from audit_event e"
          + PATIENTS
          + " left join closed c on c.who = cast(e.actor as text) where"
          + READS
          + " and e.at > coalesce(c.at, '-infinity') group by e.actor"
          + " having count(distinct seen.patient) >= :least";

  /** A refused call leaves two lines, its own and the door's, with one request id. */
  private static final String REFUSALS =
      "with "
          + STRETCH
          + ", refused as (select e.at, e.request_id, e.address,"
          + " nullif(e.actor, cast(:system as uuid)) actor,"
          + " coalesce(cast(nullif(e.actor, cast(:system as uuid)) as text), e.address) who"
          + " from audit_event e where e.clinic_id %s and e.at >= :from and e.at <= :to"
          + " and (e.outcome = 'refused' or e.action = 'session.refuse'))"
          + " select r.who, r.actor, max(r.address), min(r.at), max(r.at),"
          + " count(distinct r.request_id) from refused r left join closed c on c.who = r.who"
          + " where r.who is not null and r.at > coalesce(c.at, '-infinity')"
          + " group by r.who, r.actor having count(distinct r.request_id) >= :least";

  private static final String ODD_HOURS =
      "with "
          + STRETCH
          + ", odd as (select e.actor, min(e.at) first, max(e.at) last, count(*) times"
          + " from audit_event e join membership m on m.user_id = e.actor and m.clinic_id = :clinic"
          + " left join closed c on c.who = cast(e.actor as text) where"
          + READS
          + " and e.at > coalesce(c.at, '-infinity')"
          + " and extract(hour from e.at at time zone :zone) not between :begins and :last"
          + " group by e.actor)"
          + " select cast(o.actor as text), o.actor, null, o.first, o.last, o.times from odd o"
          + " where (select count(distinct cast(s.created_at at time zone :zone as date))"
          + " from user_session s where s.user_id = o.actor and s.clinic_id = :clinic"
          + " and s.created_at >= :lately and s.created_at < :before and extract(hour from"
          + " s.created_at at time zone :zone) not between :begins and :last) < :days";

  /** Whoever had to do with so many different patients in the stretch. */
  public List<Suspicion> massReads(ClinicId clinic, String rule, Stretch stretch, int least) {
    return found(
        over(clinic, rule, stretch, em.createNativeQuery(MASS_READS)).setParameter("least", least));
  }

  /** Whoever was refused so often in the stretch; by address where nobody was known. */
  public List<Suspicion> refusals(ClinicId clinic, String rule, Stretch stretch, int least) {
    return found(
        over(clinic, rule, stretch, em.createNativeQuery(REFUSALS.formatted("= :clinic")))
            .setParameter("least", least));
  }

  /**
   * The same among what belongs to no clinic, such as signing in: for the installation's own
   * tenant, whose alerts they become.
   */
  public List<Suspicion> refusalsOfNoClinic(
      ClinicId installation, String rule, Stretch stretch, int least) {
    return found(
        over(installation, rule, stretch, em.createNativeQuery(REFUSALS.formatted("is null")))
            .setParameter("least", least));
  }

  /**
   * People who read patient data in the stretch outside the usual hours, and did not come at such
   * hours on several days lately.
   */
  public List<Suspicion> oddHours(ClinicId clinic, String rule, Stretch stretch, Hours hours) {
    return found(
        over(clinic, rule, stretch, em.createNativeQuery(ODD_HOURS))
            .setParameter("zone", hours.zone().getId())
            .setParameter("begins", hours.begins())
            .setParameter("last", hours.ends() - 1)
            .setParameter("lately", stretch.to().minus(LATELY))
            // This night is none of the former ones.
            .setParameter("before", stretch.to().minus(Duration.ofHours(12)))
            .setParameter("days", hours.usualDays()));
  }

  /** Whether the clinic is the installation itself, to which belongs what is no clinic's. */
  public boolean installation(ClinicId clinic) {
    return !em.createNativeQuery("select 1 from clinic where id = :clinic and kind = 'platform'")
        .setParameter("clinic", clinic.value())
        .getResultList()
        .isEmpty();
  }

  private static Query over(ClinicId clinic, String rule, Stretch stretch, Query query) {
    return query
        .setParameter("clinic", clinic.value())
        .setParameter("rule", rule)
        .setParameter("from", stretch.from())
        .setParameter("to", stretch.to())
        .setParameter("system", Caller.SYSTEM.toString());
  }

  private static List<Suspicion> found(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new Suspicion(
                    (String) r[0],
                    (UUID) r[1],
                    (String) r[2],
                    null,
                    (Instant) r[3],
                    (Instant) r[4],
                    ((Number) r[5]).longValue()))
        .toList();
  }
}
