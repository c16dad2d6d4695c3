package org.openpriorauth.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.Caller;

/** Somebody is asked by mail to work in a clinic. */
@Entity
@Table(name = "invitation")
public class Invitation extends AuditedRecord {
  /**
   * @param email the only address whose owner may accept it
   * @param message of the person who invites, or null
   */
  public record Terms(String email, String role, String message) {}

  @Column(updatable = false)
  private String email;

  @Column(updatable = false)
  private String role;

  @Column(updatable = false)
  private String message;

  @Column(name = "token_hash", updatable = false)
  private byte[] tokenHash;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "accepted_by")
  private UUID acceptedBy;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  /** For JPA. */
  protected Invitation() {}

  /**
   * @param tokenHash of the secret in the mailed link
   */
  public Invitation(Caller by, Terms terms, byte[] tokenHash, Instant now, Instant expiresAt) {
    super(by.clinic(), by.actor(), now);
    this.email = terms.email();
    this.role = terms.role();
    this.message = terms.message();
    this.tokenHash = tokenHash.clone();
    this.expiresAt = expiresAt;
  }

  public boolean openAt(Instant now) {
    return acceptedAt == null && revokedAt == null && now.isBefore(expiresAt);
  }

  public void accept(UUID by, Instant now) {
    acceptedAt = now;
    acceptedBy = by;
    touched(by, now);
  }

  public void revoke(UUID by, Instant now) {
    revokedAt = now;
    touched(by, now);
  }

  public Terms terms() {
    return new Terms(email, role, message);
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
