package org.openpriorauth.tracking.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** What waits in a clinic, with what decides who must act: one statement a page. */
@ApplicationScoped
public class QueueRepository {
  private static final int MARKED_LINES = 50;

  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param service code of the first item, with what was written beside it
   * @param items how many items the request has
   * @param queued documents that wait for their reading
   * @param openItems of the latest assessment, or null without one
   * @param packetReady whether a packet made from the latest assessment and letter is there
   * @param letterOpen whether a person has to put the statement right before it can be sent
   * @param submission state of the latest submission, or null
   * @param payerClock from proof of submission to the determination that is due
   * @param orderedOn ISO 8601, or null
   */
  public record Row(
      UUID id,
      String paNumber,
      String state,
      String priority,
      UUID patientId,
      String payer,
      String service,
      int items,
      int documents,
      int queued,
      Integer openItems,
      boolean packetReady,
      boolean letterOpen,
      String submission,
      Instant createdAt,
      Instant stateSince,
      Instant submittedAt,
      Instant determinedAt,
      Duration payerClock,
      String orderedOn) {
    /** When the payer's determination is due, or null before there is proof of submission. */
    public Instant due() {
      return submittedAt == null ? null : submittedAt.plus(payerClock);
    }
  }

  /** Opens what an order says in words. */
  public interface Words {
    /** What was written beside its first code, or null. */
    String besideFirst(UUID request, byte[] sealed);
  }

  private static final String COLUMNS =
      "select p.id, p.pa_number, p.state, p.priority, p.patient_id, y.name,"
          + " (select i.code from prior_authorization_item i"
          + " where i.prior_authorization_id = p.id order by i.sequence limit 1),"
          + " (select count(*) from prior_authorization_item i"
          + " where i.prior_authorization_id = p.id),"
          + " (select count(*) from clinical_document d where d.clinic_id = p.clinic_id"
          + " and d.prior_authorization_id = p.id),"
          + " (select count(*) from clinical_document d where d.clinic_id = p.clinic_id"
          + " and d.prior_authorization_id = p.id and d.state = 'queued'),"
          + " a.open_items, exists (select 1 from packet k where k.clinic_id = p.clinic_id"
          + " and k.prior_authorization_id = p.id and k.assessed_at = a.assessed_at"
          + " and k.letter_version = coalesce(l.version, 0)),"
          + " not coalesce(l.holds, true),"
          + " (select s.state from submission s where s.clinic_id = p.clinic_id"
          + " and s.prior_authorization_id = p.id order by s.created_at desc limit 1),"
          + " p.created_at, p.state_since, p.submitted_at, p.determined_at,"
          + " case when p.priority = 'routine' then y.standard_hours else y.expedited_hours end,"
          + " cast(p.ordered_on as text), p.words from prior_authorization p"
          + " join payer y on y.id = p.payer_id"
          + " left join assessment a on a.prior_authorization_id = p.id"
          + " left join letter l on l.clinic_id = p.clinic_id"
          + " and l.prior_authorization_id = p.id and l.kind = 'necessity'"
          + " where p.clinic_id = :clinic and p.deleted_at is null";

  /** Harm first, then what is ours to do, then the payer's due time, then the newest. */
  private static final String ORDER =
      " order by case when p.state in ('NOT_REQUIRED', 'CANCELLED', 'EXPIRED', 'APPROVED') then 1"
          + " else 0 end,"
          + " case p.priority when 'emergent' then 0 when 'urgent' then 1 else 2 end,"
          + " case when p.state in ('SUBMISSION_FAILED', 'INFO_REQUESTED') then 0"
          + " when p.state in ('DENIED', 'PARTIALLY_APPROVED', 'REVIEW', 'READY', 'DRAFT') then 1"
          + " else 2 end,"
          + " case when p.determined_at is null then p.submitted_at end nulls last,"
          + " p.created_at desc, p.id desc";

  /**
   * @param states empty for all
   */
  public List<Row> rows(
      ClinicId clinic, Collection<String> states, int from, int size, Words words) {
    String filter = states.isEmpty() ? "" : " and p.state in (:states)";
    Query query =
        em.createNativeQuery(COLUMNS + filter + ORDER)
            .setParameter("clinic", clinic.value())
            .setFirstResult(from)
            .setMaxResults(size);
    if (!states.isEmpty()) {
      query.setParameter("states", states);
    }
    return rows(query, words);
  }

  /** One request as the queue has it; none if it is not the clinic's. */
  public List<Row> row(ClinicId clinic, UUID request, Words words) {
    return rows(
        em.createNativeQuery(COLUMNS + " and p.id = :request")
            .setParameter("clinic", clinic.value())
            .setParameter("request", request),
        words);
  }

  /** Whether the request is the clinic's: asked often, so nothing of it is read. */
  public boolean holds(ClinicId clinic, UUID request) {
    return !em.createNativeQuery(
            "select 1 from prior_authorization where clinic_id = :clinic and id = :request"
                + " and deleted_at is null")
        .setParameter("clinic", clinic.value())
        .setParameter("request", request)
        .getResultList()
        .isEmpty();
  }

  /**
   * A mark of the timeline's last lines, another one as soon as a line came. More than the last one
   * counts: of two transactions the earlier line may be committed later.
   *
   * @param request or null for the whole clinic
   */
  public String mark(ClinicId clinic, UUID request) {
    String one = request == null ? "" : " and prior_authorization_id = :request";
    Query query =
        em.createNativeQuery(
                "select coalesce(md5(string_agg(cast(id as text), ' ' order by id)), '')"
                    + " from (select id from timeline_event where clinic_id = :clinic"
                    + one
                    + " order by id desc limit :lines) as last_lines")
            .setParameter("clinic", clinic.value())
            .setParameter("lines", MARKED_LINES);
    if (request != null) {
      query.setParameter("request", request);
    }
    return (String) query.getSingleResult();
  }

  private static List<Row> rows(Query query, Words words) {
    List<?> found = query.getResultList();
    return found.stream().map(Object[].class::cast).map(r -> row(r, words)).toList();
  }

  private static Row row(Object[] r, Words words) {
    String beside = r[20] == null ? null : words.besideFirst((UUID) r[0], (byte[]) r[20]);
    return new Row(
        (UUID) r[0],
        (String) r[1],
        (String) r[2],
        (String) r[3],
        (UUID) r[4],
        (String) r[5],
        beside == null ? (String) r[6] : r[6] + " " + beside,
        ((Number) r[7]).intValue(),
        ((Number) r[8]).intValue(),
        ((Number) r[9]).intValue(),
        r[10] == null ? null : ((Number) r[10]).intValue(),
        (Boolean) r[11],
        (Boolean) r[12],
        (String) r[13],
        (Instant) r[14],
        (Instant) r[15],
        (Instant) r[16],
        (Instant) r[17],
        Duration.ofHours(((Number) r[18]).longValue()),
        (String) r[19]);
  }
}
