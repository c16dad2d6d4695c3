package org.openpriorauth.packet.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** Packets: made once, never changed. */
@ApplicationScoped
public class PacketRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param kind initial, update, additional_info or appeal
   * @param assessedAt the assessment that it was made from
   * @param letterVersion the version of the statement that it carries, 0 before anybody wrote one
   * @param contentKey sealed key of its content
   */
  public record Row(
      UUID id,
      UUID request,
      String kind,
      Instant assessedAt,
      int letterVersion,
      byte[] sha256,
      long byteSize,
      int pages,
      byte[] contentKey,
      Instant createdAt) {}

  private static final String COLUMNS =
      "select id, prior_authorization_id, kind, assessed_at, letter_version, sha256,"
          + " byte_size, pages, content_key, created_at from packet where clinic_id = :clinic";

  public void add(ClinicId clinic, Row row) {
    em.createNativeQuery(
            "insert into packet (id, clinic_id, prior_authorization_id, kind, assessed_at,"
                + " letter_version, sha256, byte_size, pages, content_key, created_at) values (:id,"
                + " :clinic, :request, :kind, :assessed, :letter, :sha256, :size, :pages, :key, :at)")
        .setParameter("id", row.id())
        .setParameter("clinic", clinic.value())
        .setParameter("request", row.request())
        .setParameter("kind", row.kind())
        .setParameter("assessed", row.assessedAt())
        .setParameter("letter", row.letterVersion())
        .setParameter("sha256", row.sha256())
        .setParameter("size", row.byteSize())
        .setParameter("pages", row.pages())
        .setParameter("key", row.contentKey())
        .setParameter("at", row.createdAt())
        .executeUpdate();
  }

  /**
   * The one that was made from the latest assessment and letter. Not the one that was finished
   * last: two turns may work side by side, and the older may take longer.
   */
  public Optional<Row> latest(ClinicId clinic, UUID request) {
    return rows(
            em.createNativeQuery(
                    COLUMNS
                        + " and prior_authorization_id = :request"
                        + " order by assessed_at desc, letter_version desc, created_at desc")
                .setParameter("clinic", clinic.value())
                .setParameter("request", request)
                .setMaxResults(1)
                .getResultList())
        .stream()
        .findFirst();
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
                    ((Number) r[4]).intValue(),
                    (byte[]) r[5],
                    ((Number) r[6]).longValue(),
                    ((Number) r[7]).intValue(),
                    (byte[]) r[8],
                    (Instant) r[9]))
        .toList();
  }
}
