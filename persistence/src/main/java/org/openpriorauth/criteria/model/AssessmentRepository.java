package org.openpriorauth.criteria.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** The latest assessment of each request. */
@ApplicationScoped
public class AssessmentRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param policyPackId null if no pack of the payer covers the request
   * @param openItems what a person has to settle before the request is ready
   * @param content sealed verdicts with their evidence
   */
  public record Row(
      UUID request,
      UUID policyPackId,
      boolean complete,
      int openItems,
      byte[] content,
      Instant assessedAt) {}

  public void save(ClinicId clinic, Row row) {
    em.createNativeQuery(
            "insert into assessment (prior_authorization_id, clinic_id, policy_pack_id, complete,"
                + " open_items, content, assessed_at) values (:request, :clinic,"
                + " cast(:pack as uuid), :complete, :open, :content, :at)"
                + " on conflict (prior_authorization_id) do update set"
                + " policy_pack_id = excluded.policy_pack_id, complete = excluded.complete,"
                + " open_items = excluded.open_items, content = excluded.content,"
                + " assessed_at = excluded.assessed_at")
        .setParameter("request", row.request())
        .setParameter("clinic", clinic.value())
        .setParameter("pack", row.policyPackId() == null ? null : row.policyPackId().toString())
        .setParameter("complete", row.complete())
        .setParameter("open", row.openItems())
        .setParameter("content", row.content())
        .setParameter("at", row.assessedAt())
        .executeUpdate();
  }

  public Optional<Row> find(ClinicId clinic, UUID request) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select prior_authorization_id, policy_pack_id, complete, open_items, content,"
                    + " assessed_at from assessment where clinic_id = :clinic"
                    + " and prior_authorization_id = :request")
            .setParameter("clinic", clinic.value())
            .setParameter("request", request)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            r ->
                new Row(
                    (UUID) r[0],
                    (UUID) r[1],
                    (Boolean) r[2],
                    ((Number) r[3]).intValue(),
                    (byte[]) r[4],
                    (Instant) r[5]));
  }
}
