package org.openpriorauth.audit.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Ids;

/** The audit trail: rows go in and are read; nothing here, nor the database, can change one. */
@ApplicationScoped
public class AuditRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

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

  /** Makes sure that the month has its partition. */
  public void openMonth(LocalDate month) {
    em.createNativeQuery("select 1 from (select open_audit_month(:month)) opened")
        .setParameter("month", month)
        .getSingleResult();
  }
}
