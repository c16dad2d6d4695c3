package org.openpriorauth.chart.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * A document that comes in by pieces. Its offset counts the bytes that will survive a crash, and
 * reaches the length in the transaction that makes the document, never before.
 */
@Entity
@Table(name = "document_upload")
public class DocumentUpload extends AuditedRecord {
  /** An honest sender on a bad line needs fewer; nobody fills the table byte by byte. */
  public static final int MOST_PIECES = 1000;

  @Column(name = "prior_authorization_id", updatable = false)
  private UUID priorAuthorizationId;

  @Column(updatable = false)
  private byte[] metadata;

  @Column(name = "byte_length", updatable = false)
  private long length;

  @Column(name = "byte_offset")
  private long offset;

  private int pieces;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(name = "document_id")
  private UUID documentId;

  /** For JPA. */
  protected DocumentUpload() {}

  public DocumentUpload(
      ClinicId clinic, UUID actor, Instant at, UUID request, long length, Instant expiresAt) {
    super(clinic, actor, at);
    this.priorAuthorizationId = request;
    this.length = length;
    this.expiresAt = expiresAt;
  }

  /**
   * What the sender says of the file.
   *
   * @param metadata sealed
   */
  public void described(byte[] metadata) {
    this.metadata = metadata.clone();
  }

  /**
   * Whoever goes on has to know where it stands: of two that go on from the same byte one is late.
   *
   * @throws UploadElsewhere if it does not stand there
   * @throws Problem UPLOAD_EXPIRED
   */
  public void standsAt(long from, Instant now) {
    live(now);
    if (from != offset) {
      throw new UploadElsewhere(offset);
    }
  }

  /**
   * @throws Problem UPLOAD_EXPIRED unless the document was made in time
   */
  public void live(Instant now) {
    if (documentId == null && !now.isBefore(expiresAt)) {
      throw Problem.of(
          ErrorCode.UPLOAD_EXPIRED, "The upload was not finished in time. Begin a new one.");
    }
  }

  /** A piece came, and is not the last one. */
  public void grow(long from, int bytes, UUID actor, Instant at) {
    standsAt(from, at);
    if (pieces == MOST_PIECES) {
      throw Problem.invalid(
          "", "too_many_pieces", "An upload may come in %d pieces.".formatted(MOST_PIECES));
    }
    offset += bytes;
    pieces++;
    touched(actor, at);
  }

  /** The last piece came, and all of them are this document. */
  public void end(long from, UUID document, UUID actor, Instant at) {
    standsAt(from, at);
    offset = length;
    documentId = document;
    touched(actor, at);
  }

  public UUID priorAuthorizationId() {
    return priorAuthorizationId;
  }

  /** Null if the sender said nothing. */
  public byte[] sealedMetadata() {
    return metadata == null ? null : metadata.clone();
  }

  public long length() {
    return length;
  }

  public long offset() {
    return offset;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** Null until all bytes came. */
  public UUID documentId() {
    return documentId;
  }
}
