package org.openpriorauth.chart.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** A clinic's uploads under way, and their pieces. Each is its beginner's alone. */
@ApplicationScoped
public class UploadRepository {
  private static final String OPEN =
      "select count(u) from DocumentUpload u where u.clinicId = :clinic"
          + " and u.documentId is null and u.expiresAt > :now";

  @PersistenceContext(unitName = "openpriorauth")
  private EntityManager em;

  /**
   * Some bytes of an upload.
   *
   * @param size of what is sealed in it
   * @param key of the content, itself sealed
   */
  public record Piece(UUID id, int size, byte[] key, byte[] content) {}

  /**
   * @throws Problem UPLOAD_NOT_FOUND also for a colleague's
   */
  public DocumentUpload get(ClinicId clinic, UUID owner, UUID id) {
    return checked(clinic, owner, em.find(DocumentUpload.class, id));
  }

  /** The same, and nobody else changes it until this transaction ends. */
  public DocumentUpload lock(ClinicId clinic, UUID owner, UUID id) {
    return checked(
        clinic, owner, em.find(DocumentUpload.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private static DocumentUpload checked(ClinicId clinic, UUID owner, DocumentUpload found) {
    return Optional.ofNullable(found)
        .filter(u -> u.clinic().equals(clinic) && u.createdBy().equals(owner))
        .orElseThrow(() -> Problem.of(ErrorCode.UPLOAD_NOT_FOUND));
  }

  public void add(DocumentUpload upload) {
    em.persist(upload);
    em.flush();
  }

  /** Pieces go with it; a document that was made of it stays. */
  public void remove(DocumentUpload upload) {
    em.remove(upload);
    em.flush();
  }

  /** Lets one after the other count and begin, until this transaction ends. */
  public void queueToBegin(ClinicId clinic) {
    em.createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:clinic, 11))) locked")
        .setParameter("clinic", clinic.toString())
        .getSingleResult();
  }

  /** How many of the clinic are unfinished and may still go on. */
  public long open(ClinicId clinic, Instant now) {
    return em.createQuery(OPEN, Long.class)
        .setParameter("clinic", clinic.value())
        .setParameter("now", now)
        .getSingleResult();
  }

  /** The same of one person. */
  public long open(ClinicId clinic, UUID owner, Instant now) {
    return em.createQuery(OPEN + " and u.createdBy = :owner", Long.class)
        .setParameter("clinic", clinic.value())
        .setParameter("now", now)
        .setParameter("owner", owner)
        .getSingleResult();
  }

  public void addPiece(ClinicId clinic, UUID upload, long offset, Piece piece) {
    em.createNativeQuery(
            "insert into document_upload_piece"
                + " (id, clinic_id, upload_id, byte_offset, byte_size, content_key, content)"
                + " values (:id, :clinic, :upload, :offset, :size, :key, :content)")
        .setParameter("id", piece.id())
        .setParameter("clinic", clinic.value())
        .setParameter("upload", upload)
        .setParameter("offset", offset)
        .setParameter("size", piece.size())
        .setParameter("key", piece.key())
        .setParameter("content", piece.content())
        .executeUpdate();
  }

  /** The piece that begins there; all before the upload's offset have one. */
  public Piece piece(ClinicId clinic, UUID upload, long offset) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select id, byte_size, content_key, content from document_upload_piece"
                        + " where clinic_id = :clinic and upload_id = :upload"
                        + " and byte_offset = :offset")
                .setParameter("clinic", clinic.value())
                .setParameter("upload", upload)
                .setParameter("offset", offset)
                .getSingleResult();
    return new Piece((UUID) row[0], ((Number) row[1]).intValue(), (byte[]) row[2], (byte[]) row[3]);
  }

  public void removePieces(ClinicId clinic, UUID upload) {
    em.createNativeQuery(
            "delete from document_upload_piece where clinic_id = :clinic and upload_id = :upload")
        .setParameter("clinic", clinic.value())
        .setParameter("upload", upload)
        .executeUpdate();
  }

  /** Those whose time is over, finished or not, the oldest first. */
  public List<DocumentUpload> over(ClinicId clinic, Instant now, int limit) {
    return em.createQuery(
            "select u from DocumentUpload u where u.clinicId = :clinic and u.expiresAt <= :now"
                + " order by u.expiresAt",
            DocumentUpload.class)
        .setParameter("clinic", clinic.value())
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }
}
