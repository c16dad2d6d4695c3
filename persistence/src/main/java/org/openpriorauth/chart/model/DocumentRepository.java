package org.openpriorauth.chart.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** A clinic's documents and their pages. */
@ApplicationScoped
public class DocumentRepository {
  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * @param content sealed text and words
   */
  public record Page(int number, String source, int rotation, List<String> flags, byte[] content) {
    public Page {
      flags = List.copyOf(flags);
    }
  }

  public ClinicalDocument get(ClinicId clinic, UUID id) {
    return Optional.ofNullable(em.find(ClinicalDocument.class, id))
        .filter(d -> d.clinic().equals(clinic))
        .orElseThrow(() -> Problem.of(ErrorCode.DOCUMENT_NOT_FOUND));
  }

  public Optional<ClinicalDocument> findByContent(
      ClinicId clinic, UUID request, byte[] contentIndex) {
    return em.createQuery(
            "select d from ClinicalDocument d where d.clinicId = :clinic"
                + " and d.priorAuthorizationId = :request and d.contentIndex = :index",
            ClinicalDocument.class)
        .setParameter("clinic", clinic.value())
        .setParameter("request", request)
        .setParameter("index", contentIndex)
        .getResultStream()
        .findFirst();
  }

  public List<ClinicalDocument> ofRequest(ClinicId clinic, UUID request) {
    return em.createQuery(
            "select d from ClinicalDocument d where d.clinicId = :clinic"
                + " and d.priorAuthorizationId = :request order by d.createdAt, d.id",
            ClinicalDocument.class)
        .setParameter("clinic", clinic.value())
        .setParameter("request", request)
        .getResultList();
  }

  public void add(ClinicalDocument document) {
    em.persist(document);
    em.flush();
  }

  /** Replaces the pages: a second reading of the same document leaves no page of the first. */
  public void replacePages(ClinicId clinic, UUID document, List<Page> pages) {
    em.createNativeQuery("delete from document_page where document_id = :document")
        .setParameter("document", document)
        .executeUpdate();
    for (Page page : pages) {
      em.createNativeQuery(
              "insert into document_page"
                  + " (clinic_id, document_id, number, source, rotation, flags, content)"
                  + " values (:clinic, :document, :number, :source, :rotation,"
                  + " cast(:flags as text[]), :content)")
          .setParameter("clinic", clinic.value())
          .setParameter("document", document)
          .setParameter("number", page.number())
          .setParameter("source", page.source())
          .setParameter("rotation", page.rotation())
          .setParameter("flags", page.flags().toArray(String[]::new))
          .setParameter("content", page.content())
          .executeUpdate();
    }
  }

  /** How a page was read, without what it says. */
  public record PageShape(UUID document, int number, String source, int rotation) {}

  /** In one query, whatever the number of documents. */
  public List<PageShape> shapes(ClinicId clinic, List<UUID> documents) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select document_id, number, source, rotation from document_page"
                    + " where clinic_id = :clinic and document_id = any(:documents)"
                    + " order by document_id, number")
            .setParameter("clinic", clinic.value())
            .setParameter("documents", documents.toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new PageShape(
                    (UUID) r[0],
                    ((Number) r[1]).intValue(),
                    (String) r[2],
                    ((Number) r[3]).intValue()))
        .toList();
  }

  public List<Page> pages(ClinicId clinic, UUID document) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                "select number, source, rotation, flags, content from document_page"
                    + " where clinic_id = :clinic and document_id = :document order by number")
            .setParameter("clinic", clinic.value())
            .setParameter("document", document)
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new Page(
                    ((Number) r[0]).intValue(),
                    (String) r[1],
                    ((Number) r[2]).intValue(),
                    List.of((String[]) r[3]),
                    (byte[]) r[4]))
        .toList();
  }
}
