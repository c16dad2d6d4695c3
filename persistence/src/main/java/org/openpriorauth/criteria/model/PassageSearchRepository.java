package org.openpriorauth.criteria.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** What a language model was asked about a request's criteria in words; sealed. */
@ApplicationScoped
public class PassageSearchRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  public Optional<byte[]> find(ClinicId clinic, UUID request) {
    @SuppressWarnings("unchecked")
    List<byte[]> rows =
        em.createNativeQuery(
                "select content from passage_search where clinic_id = :clinic"
                    + " and prior_authorization_id = :request",
                byte[].class)
            .setParameter("clinic", clinic.value())
            .setParameter("request", request)
            .getResultList();
    return rows.stream().findFirst();
  }

  public void save(ClinicId clinic, UUID request, byte[] content, Instant at) {
    em.createNativeQuery(
            "insert into passage_search (prior_authorization_id, clinic_id, content, updated_at)"
                + " values (:request, :clinic, :content, :at)"
                + " on conflict (prior_authorization_id) do update set"
                + " content = excluded.content, updated_at = excluded.updated_at")
        .setParameter("request", request)
        .setParameter("clinic", clinic.value())
        .setParameter("content", content)
        .setParameter("at", at)
        .executeUpdate();
  }
}
