package org.openpriorauth.notification.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** Mail on its way, and that it went. */
@ApplicationScoped
public class MailRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param content sealed
   */
  public void add(ClinicId clinic, UUID id, String kind, byte[] content, Instant now) {
    em.createNativeQuery(
            "insert into outgoing_mail (id, clinic_id, kind, content, created_at)"
                + " values (:id, :clinic, :kind, :content, :now)")
        .setParameter("id", id)
        .setParameter("clinic", clinic.value())
        .setParameter("kind", kind)
        .setParameter("content", content)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** The sealed content, unless the mail has ended. */
  public Optional<byte[]> content(ClinicId clinic, UUID id) {
    @SuppressWarnings("unchecked")
    List<byte[]> rows =
        em.createNativeQuery(
                "select content from outgoing_mail where clinic_id = :clinic and id = :id"
                    + " and content is not null",
                byte[].class)
            .setParameter("clinic", clinic.value())
            .setParameter("id", id)
            .getResultList();
    return rows.stream().findFirst();
  }

  /** Sent or given up: what it said is forgotten. */
  public void end(ClinicId clinic, UUID id, Instant now) {
    em.createNativeQuery(
            "update outgoing_mail set content = null, ended_at = :now"
                + " where clinic_id = :clinic and id = :id")
        .setParameter("now", now)
        .setParameter("clinic", clinic.value())
        .setParameter("id", id)
        .executeUpdate();
  }
}
