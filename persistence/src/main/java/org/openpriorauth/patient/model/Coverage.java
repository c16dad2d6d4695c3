package org.openpriorauth.patient.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;

/** A patient's insurance with one payer. What the card says lies sealed in {@code identity}. */
@Entity
@Table(name = "coverage")
public class Coverage extends AuditedRecord {
  /** What the row says openly. */
  public record Terms(
      UUID patientId,
      UUID payerId,
      String rank,
      String relationship,
      LocalDate validFrom,
      LocalDate validTo) {}

  @Column(name = "patient_id", updatable = false)
  private UUID patientId;

  @Column(name = "payer_id")
  private UUID payerId;

  private String rank;
  private String relationship;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  private byte[] identity;

  @Column(name = "member_index")
  private byte[] memberIndex;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  /** For JPA. */
  protected Coverage() {}

  public Coverage(ClinicId clinic, UUID actor, Instant at, Terms terms) {
    super(clinic, actor, at);
    this.patientId = terms.patientId();
    this.payerId = terms.payerId();
    this.rank = terms.rank();
    this.relationship = terms.relationship();
    this.validFrom = terms.validFrom();
    this.validTo = terms.validTo();
  }

  public void identify(byte[] sealed, byte[] memberIndex) {
    this.identity = sealed.clone();
    this.memberIndex = memberIndex.clone();
  }

  /** Both ends of the period count as covered; an open end is covered for good. */
  public boolean inForceOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  public Terms terms() {
    return new Terms(patientId, payerId, rank, relationship, validFrom, validTo);
  }

  public byte[] sealedIdentity() {
    return identity.clone();
  }

  public boolean deleted() {
    return deletedAt != null;
  }
}
