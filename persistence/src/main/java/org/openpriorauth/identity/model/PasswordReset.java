package org.openpriorauth.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A mailed link to a new password: it opens once, and not for long. */
@Entity
@Table(name = "password_reset")
public class PasswordReset {
  @Id private byte[] hash;

  @Column(name = "user_id", updatable = false)
  private UUID userId;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(name = "spent_at")
  private Instant spentAt;

  /** For JPA. */
  protected PasswordReset() {}

  /**
   * @param hash of the secret in the link
   */
  public PasswordReset(byte[] hash, UUID userId, Instant now, Instant expiresAt) {
    this.hash = hash.clone();
    this.userId = userId;
    this.createdAt = now;
    this.expiresAt = expiresAt;
  }

  public boolean openAt(Instant now) {
    return spentAt == null && now.isBefore(expiresAt);
  }

  public void spend(Instant now) {
    spentAt = now;
  }

  public UUID userId() {
    return userId;
  }
}
