package org.openpriorauth.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A clinic's row that people change: whose it is, who made it, who touched it last. */
@MappedSuperclass
public abstract class AuditedRecord {
  @Id private UUID id;

  @Column(name = "clinic_id", updatable = false)
  private UUID clinicId;

  @Version private long version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", updatable = false)
  private UUID createdBy;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "updated_by")
  private UUID updatedBy;

  /** For JPA. */
  protected AuditedRecord() {}

  protected AuditedRecord(ClinicId clinic, UUID actor, Instant at) {
    this.id = Ids.next();
    this.clinicId = clinic.value();
    this.createdAt = at;
    this.createdBy = actor;
    touched(actor, at);
  }

  /** Every change says who and when. */
  protected final void touched(UUID actor, Instant at) {
    this.updatedAt = at;
    this.updatedBy = actor;
  }

  public UUID id() {
    return id;
  }

  public ClinicId clinic() {
    return new ClinicId(clinicId);
  }

  public long version() {
    return version;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public UUID createdBy() {
    return createdBy;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
