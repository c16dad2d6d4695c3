package org.openpriorauth.audit.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;

/** The audit trail: rows go in and are read; nothing here, nor the database, can change one. */
@ApplicationScoped
public class AuditRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /** One line of the trail. */
  public record Line(
      UUID id,
      Instant at,
      UUID actor,
      String action,
      String subject,
      UUID subjectId,
      String outcome,
      String door,
      String requestId) {}

  /**
   * @param outcome done or refused
   * @param detail JSON object without patient data
   */
  public void append(Audited event, String outcome, String detail, Instant at) {
    Caller caller = event.caller();
    em.createNativeQuery(
            "insert into audit_event (id, at, clinic_id, actor, action, subject, subject_id,"
                + " outcome, door, request_id, address, agent, detail) values (:id, :at,"
                + " cast(:clinic as uuid), :actor, :action, :subject, cast(:subjectId as uuid),"
                + " :outcome, :door, :requestId, :address, :agent, cast(:detail as jsonb))")
        .setParameter("id", Ids.next())
        .setParameter("at", at)
        .setParameter("clinic", caller.clinic() == null ? null : caller.clinic().toString())
        .setParameter("actor", caller.actor())
        .setParameter("action", event.action())
        .setParameter("subject", event.subject())
        .setParameter("subjectId", event.subjectId() == null ? null : event.subjectId().toString())
        .setParameter("outcome", outcome)
        .setParameter("door", caller.origin().door())
        .setParameter("requestId", caller.origin().requestId())
        .setParameter("address", caller.origin().address())
        .setParameter("agent", caller.origin().agent())
        .setParameter("detail", detail)
        .executeUpdate();
  }

  /** What happened to one record, newest first. */
  public List<Line> of(ClinicId clinic, UUID subjectId, int limit) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select id, at, actor, action, subject, subject_id, outcome, door, request_id"
                    + " from audit_event where clinic_id = :clinic and subject_id = :subject"
                    + " order by at desc, id desc limit :n")
            .setParameter("clinic", clinic.value())
            .setParameter("subject", subjectId)
            .setParameter("n", limit)
            .getResultList();
    return rows.stream().map(AuditRepository::line).toList();
  }

  private static Line line(Object[] r) {
    return new Line(
        (UUID) r[0],
        (Instant) r[1],
        (UUID) r[2],
        (String) r[3],
        (String) r[4],
        (UUID) r[5],
        (String) r[6],
        (String) r[7],
        (String) r[8]);
  }

  /** Makes sure that the month has its partition. */
  public void openMonth(LocalDate month) {
    em.createNativeQuery("select 1 from (select open_audit_month(:month)) opened")
        .setParameter("month", month)
        .getSingleResult();
  }
}
