package org.openpriorauth.packet.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** Letters as people wrote them: versions are added, and never written over. */
@ApplicationScoped
public class LetterRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param kind necessity or appeal
   * @param version the one that counts, the latest
   * @param holds whether it may be sent, as last checked
   */
  public record Row(
      UUID id,
      UUID request,
      String kind,
      int version,
      boolean holds,
      Instant updatedAt,
      UUID updatedBy) {}

  /**
   * @param content sealed
   */
  public record Version(UUID id, int number, byte[] content, Instant savedAt, UUID savedBy) {}

  private static final String ROW =
      "select id, prior_authorization_id, kind, version, holds, updated_at, updated_by from letter"
          + " where clinic_id = :clinic and prior_authorization_id = :request";

  private static final String VERSION =
      "select id, number, content, saved_at, saved_by from letter_version"
          + " where clinic_id = :clinic and letter_id = :letter";

  public List<Row> ofRequest(ClinicId clinic, UUID request) {
    List<?> found =
        em.createNativeQuery(ROW + " order by kind desc")
            .setParameter("clinic", clinic.value())
            .setParameter("request", request)
            .getResultList();
    return found.stream().map(Object[].class::cast).map(LetterRepository::row).toList();
  }

  public Optional<Row> find(ClinicId clinic, UUID request, String kind) {
    return ofRequest(clinic, request).stream().filter(r -> r.kind().equals(kind)).findFirst();
  }

  /** Of two that begin the same letter at once, the second meets the table's unique key. */
  public void begin(ClinicId clinic, Row row) {
    em.createNativeQuery(
            "insert into letter (id, clinic_id, prior_authorization_id, kind, version, holds,"
                + " created_at, created_by, updated_at, updated_by) values (:id, :clinic, :request,"
                + " :kind, :version, :holds, :at, :by, :at, :by)")
        .setParameter("id", row.id())
        .setParameter("clinic", clinic.value())
        .setParameter("request", row.request())
        .setParameter("kind", row.kind())
        .setParameter("version", row.version())
        .setParameter("holds", row.holds())
        .setParameter("at", row.updatedAt())
        .setParameter("by", row.updatedBy())
        .executeUpdate();
  }

  /**
   * @return false if somebody else saved one since
   */
  public boolean advance(ClinicId clinic, Row row) {
    return em.createNativeQuery(
                "update letter set version = :version, holds = :holds, updated_at = :at,"
                    + " updated_by = :by where clinic_id = :clinic and id = :id"
                    + " and version = :version - 1")
            .setParameter("version", row.version())
            .setParameter("holds", row.holds())
            .setParameter("at", row.updatedAt())
            .setParameter("by", row.updatedBy())
            .setParameter("clinic", clinic.value())
            .setParameter("id", row.id())
            .executeUpdate()
        == 1;
  }

  /**
   * Says whether this version may be sent.
   *
   * @return false if that was known, or another version counts by now
   */
  public boolean judge(ClinicId clinic, UUID request, String kind, int version, boolean holds) {
    return em.createNativeQuery(
                "update letter set holds = :holds where clinic_id = :clinic"
                    + " and prior_authorization_id = :request and kind = :kind"
                    + " and version = :version and holds <> :holds")
            .setParameter("holds", holds)
            .setParameter("clinic", clinic.value())
            .setParameter("request", request)
            .setParameter("kind", kind)
            .setParameter("version", version)
            .executeUpdate()
        == 1;
  }

  public void add(ClinicId clinic, UUID letter, Version version) {
    em.createNativeQuery(
            "insert into letter_version (id, clinic_id, letter_id, number, content, saved_at,"
                + " saved_by) values (:id, :clinic, :letter, :number, :content, :at, :by)")
        .setParameter("id", version.id())
        .setParameter("clinic", clinic.value())
        .setParameter("letter", letter)
        .setParameter("number", version.number())
        .setParameter("content", version.content())
        .setParameter("at", version.savedAt())
        .setParameter("by", version.savedBy())
        .executeUpdate();
  }

  /** The newest first. */
  public List<Version> versions(ClinicId clinic, UUID letter) {
    List<?> found =
        em.createNativeQuery(VERSION + " order by number desc")
            .setParameter("clinic", clinic.value())
            .setParameter("letter", letter)
            .getResultList();
    return found.stream().map(Object[].class::cast).map(LetterRepository::version).toList();
  }

  public Optional<Version> version(ClinicId clinic, UUID letter, int number) {
    List<?> found =
        em.createNativeQuery(VERSION + " and number = :number")
            .setParameter("clinic", clinic.value())
            .setParameter("letter", letter)
            .setParameter("number", number)
            .getResultList();
    return found.stream().map(Object[].class::cast).map(LetterRepository::version).findFirst();
  }

  private static Row row(Object[] r) {
    return new Row(
        (UUID) r[0],
        (UUID) r[1],
        (String) r[2],
        ((Number) r[3]).intValue(),
        (Boolean) r[4],
        (Instant) r[5],
        (UUID) r[6]);
  }

  private static Version version(Object[] r) {
    return new Version(
        (UUID) r[0], ((Number) r[1]).intValue(), (byte[]) r[2], (Instant) r[3], (UUID) r[4]);
  }
}
