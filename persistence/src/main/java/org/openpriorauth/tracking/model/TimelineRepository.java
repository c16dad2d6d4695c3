package org.openpriorauth.tracking.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** What happened to requests, in order. */
@ApplicationScoped
public class TimelineRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param detail JSON without patient data
   */
  public record Row(UUID id, UUID request, String kind, Instant at, UUID actor, String detail) {}

  private static final String COLUMNS =
      "select id, prior_authorization_id, kind, at, actor, cast(detail as text)"
          + " from timeline_event where clinic_id = :clinic";

  public void add(ClinicId clinic, Row row) {
    em.createNativeQuery(
            "insert into timeline_event"
                + " (id, clinic_id, prior_authorization_id, kind, at, actor, detail)"
                + " values (:id, :clinic, :request, :kind, :at, :actor, cast(:detail as jsonb))")
        .setParameter("id", row.id())
        .setParameter("clinic", clinic.value())
        .setParameter("request", row.request())
        .setParameter("kind", row.kind())
        .setParameter("at", row.at())
        .setParameter("actor", row.actor())
        .setParameter("detail", row.detail())
        .executeUpdate();
  }

  public Optional<Row> find(ClinicId clinic, UUID id) {
    return rows(
            em.createNativeQuery(COLUMNS + " and id = :id")
                .setParameter("clinic", clinic.value())
                .setParameter("id", id)
                .getResultList())
        .stream()
        .findFirst();
  }

  public List<Row> ofRequest(ClinicId clinic, UUID request) {
    return rows(
        em.createNativeQuery(COLUMNS + " and prior_authorization_id = :request order by id")
            .setParameter("clinic", clinic.value())
            .setParameter("request", request)
            .getResultList());
  }

  private static List<Row> rows(List<?> found) {
    return found.stream()
        .map(Object[].class::cast)
        .map(
            r ->
                new Row(
                    (UUID) r[0],
                    (UUID) r[1],
                    (String) r[2],
                    (Instant) r[3],
                    (UUID) r[4],
                    (String) r[5]))
        .toList();
  }
}
