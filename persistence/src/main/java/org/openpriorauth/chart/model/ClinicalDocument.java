package org.openpriorauth.chart.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;

/**
 * A file that the clinic uploaded for a request. The row is written when the content lies sealed in
 * the store; reading fills in the rest. The same content twice in one request is one document.
 */
@Entity
@Table(name = "clinical_document")
public class ClinicalDocument extends AuditedRecord {
  @Column(name = "prior_authorization_id", updatable = false)
  private UUID priorAuthorizationId;

  @Column(name = "file_name", updatable = false)
  private byte[] fileName;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "byte_size", updatable = false)
  private long byteSize;

  @Column(name = "content_index", updatable = false)
  private byte[] contentIndex;

  @Column(name = "content_key")
  private byte[] contentKey;

  private String state = DocumentState.QUEUED.word();
  private String problem;
  private String[] flags = {};
  private Integer pages;

  /** For JPA. */
  protected ClinicalDocument() {}

  public ClinicalDocument(
      ClinicId clinic, UUID actor, Instant at, UUID request, String mediaType, long byteSize) {
    super(clinic, actor, at);
    this.priorAuthorizationId = request;
    this.mediaType = mediaType;
    this.byteSize = byteSize;
  }

  /**
   * What makes the stored content findable and readable.
   *
   * @param fileName sealed
   * @param index keyed hash of the content
   * @param key of the content, itself sealed
   */
  public void sealed(byte[] fileName, byte[] index, byte[] key) {
    this.fileName = fileName.clone();
    this.contentIndex = index.clone();
    this.contentKey = key.clone();
  }

  public void read(int pages, List<String> flags, UUID actor, Instant at) {
    this.state = DocumentState.READ.word();
    this.problem = null;
    this.pages = pages;
    this.flags = flags.toArray(String[]::new);
    touched(actor, at);
  }

  /**
   * @param problem a word such as {@code encrypted}, never a part of the content
   */
  public void unreadable(DocumentState state, String problem, UUID actor, Instant at) {
    this.state = state.word();
    this.problem = problem;
    touched(actor, at);
  }

  public UUID priorAuthorizationId() {
    return priorAuthorizationId;
  }

  public byte[] sealedFileName() {
    return fileName.clone();
  }

  public byte[] sealedContentKey() {
    return contentKey.clone();
  }

  public String mediaType() {
    return mediaType;
  }

  public long byteSize() {
    return byteSize;
  }

  public DocumentState state() {
    return DocumentState.of(state);
  }

  public String problem() {
    return problem;
  }

  public List<String> flags() {
    return List.of(flags);
  }

  /** Null until it was read. */
  public Integer pages() {
    return pages;
  }
}
