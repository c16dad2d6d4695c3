package org.openpriorauth.patient.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;

/**
 * The person. Everything that says who it is lies sealed in {@code identity}; the keyed indexes
 * find a patient by record number and birth date without telling them. Deleting hides a patient and
 * keeps the record, as the law asks.
 */
@Entity
@Table(name = "patient")
public class Patient extends AuditedRecord {
  @Column(name = "external_id")
  private String externalId;

  private byte[] identity;

  @Column(name = "mrn_index")
  private byte[] mrnIndex;

  @Column(name = "birth_index")
  private byte[] birthIndex;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  /** For JPA. */
  protected Patient() {}

  public Patient(ClinicId clinic, UUID actor, Instant at, String externalId) {
    super(clinic, actor, at);
    this.externalId = externalId;
  }

  /** The identity, sealed under this row's id, with the indexes that find it. */
  public void identify(byte[] sealed, byte[] mrnIndex, byte[] birthIndex, UUID actor, Instant at) {
    this.identity = sealed.clone();
    this.mrnIndex = mrnIndex.clone();
    this.birthIndex = birthIndex.clone();
    touched(actor, at);
  }

  public void delete(UUID actor, Instant at) {
    if (deletedAt == null) {
      deletedAt = at;
      touched(actor, at);
    }
  }

  public String externalId() {
    return externalId;
  }

  public byte[] sealedIdentity() {
    return identity.clone();
  }

  public boolean deleted() {
    return deletedAt != null;
  }
}
