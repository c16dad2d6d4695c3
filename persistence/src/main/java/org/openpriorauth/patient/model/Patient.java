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
 * find a patient by record number, birth date and another system's id without telling them.
 * Deleting hides a patient and keeps the record, as the law asks.
 */
@Entity
@Table(name = "patient")
public class Patient extends AuditedRecord {
  private byte[] identity;

  @Column(name = "mrn_index")
  private byte[] mrnIndex;

  @Column(name = "birth_index")
  private byte[] birthIndex;

  @Column(name = "external_index")
  private byte[] externalIndex;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  /** For JPA. */
  protected Patient() {}

  public Patient(ClinicId clinic, UUID actor, Instant at) {
    super(clinic, actor, at);
  }

  /** The identity, sealed under this row's id, with the indexes that find it. */
  public void identify(byte[] sealed, byte[] mrnIndex, byte[] birthIndex, UUID actor, Instant at) {
    this.identity = sealed.clone();
    this.mrnIndex = mrnIndex.clone();
    this.birthIndex = birthIndex.clone();
    touched(actor, at);
  }

  /** Lets it be found by what another system calls it; null for nothing. */
  public void alsoFoundBy(byte[] index) {
    this.externalIndex = index == null ? null : index.clone();
  }

  public void delete(UUID actor, Instant at) {
    if (deletedAt == null) {
      deletedAt = at;
      touched(actor, at);
    }
  }

  public byte[] sealedIdentity() {
    return identity.clone();
  }

  public boolean deleted() {
    return deletedAt != null;
  }
}
