package org.openpriorauth.extraction.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** What was found in documents, and what people said of it. */
@ApplicationScoped
public class ExtractionRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param content sealed fields and identities
   */
  public record Extracted(UUID documentId, String extractedBy, String type, byte[] content) {}

  /**
   * A line about one part of a record.
   *
   * @param subject the document or request
   * @param part a field's id, {@code page:3} or {@code criterion:c2}
   * @param verdict accepted, changed, rejected or overridden
   * @param content sealed value and reason
   */
  public record Verification(
      UUID id,
      UUID subject,
      String part,
      String verdict,
      byte[] content,
      Instant madeAt,
      UUID madeBy) {}

  /** Replaces what an earlier reading found. */
  public void save(ClinicId clinic, Extracted extracted, Instant at) {
    em.createNativeQuery(
            "insert into document_extraction"
                + " (document_id, clinic_id, extracted_by, document_type, content, created_at)"
                + " values (:document, :clinic, :by, :type, :content, :at)"
                + " on conflict (document_id) do update set extracted_by = excluded.extracted_by,"
                + " document_type = excluded.document_type, content = excluded.content,"
                + " created_at = excluded.created_at")
        .setParameter("document", extracted.documentId())
        .setParameter("clinic", clinic.value())
        .setParameter("by", extracted.extractedBy())
        .setParameter("type", extracted.type())
        .setParameter("content", extracted.content())
        .setParameter("at", at)
        .executeUpdate();
  }

  public Optional<Extracted> get(ClinicId clinic, UUID document) {
    return all(clinic, List.of(document)).stream().findFirst();
  }

  /** In one query, whatever their number. */
  public List<Extracted> all(ClinicId clinic, List<UUID> documents) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select document_id, extracted_by, document_type, content from document_extraction"
                    + " where clinic_id = :clinic and document_id = any(:documents)")
            .setParameter("clinic", clinic.value())
            .setParameter("documents", documents.toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .map(r -> new Extracted((UUID) r[0], (String) r[1], (String) r[2], (byte[]) r[3]))
        .toList();
  }

  public void verify(ClinicId clinic, Verification said) {
    em.createNativeQuery(
            "insert into verification"
                + " (id, clinic_id, subject_id, part, verdict, content, made_at, made_by)"
                + " values (:id, :clinic, :subject, :part, :verdict, :content, :at, :by)")
        .setParameter("id", said.id())
        .setParameter("clinic", clinic.value())
        .setParameter("subject", said.subject())
        .setParameter("part", said.part())
        .setParameter("verdict", said.verdict())
        .setParameter("content", said.content())
        .setParameter("at", said.madeAt())
        .setParameter("by", said.madeBy())
        .executeUpdate();
  }

  /** The latest line on each part, in one query. */
  public List<Verification> verifications(ClinicId clinic, List<UUID> subjects) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select distinct on (subject_id, part) id, subject_id, part, verdict, content,"
                    + " made_at, made_by from verification where clinic_id = :clinic"
                    + " and subject_id = any(:subjects) order by subject_id, part, made_at desc,"
                    + " id desc")
            .setParameter("clinic", clinic.value())
            .setParameter("subjects", subjects.toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new Verification(
                    (UUID) r[0],
                    (UUID) r[1],
                    (String) r[2],
                    (String) r[3],
                    (byte[]) r[4],
                    (Instant) r[5],
                    (UUID) r[6]))
        .toList();
  }
}
