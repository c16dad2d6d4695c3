package org.openpriorauth.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The hash of a secret that carries a session. A refresh token is spent once; seen again, it was
 * stolen.
 */
@Entity
@Table(name = "session_secret")
public class SessionSecret {
  @Id private byte[] hash;

  @Column(name = "session_id", updatable = false)
  private UUID sessionId;

  @Column(name = "issued_at", updatable = false)
  private Instant issuedAt;

  @Column(name = "spent_at")
  private Instant spentAt;

  /** For JPA. */
  protected SessionSecret() {}

  public SessionSecret(byte[] hash, UUID sessionId, Instant now) {
    this.hash = hash.clone();
    this.sessionId = sessionId;
    this.issuedAt = now;
  }

  public void spend(Instant now) {
    spentAt = now;
  }

  public boolean spent() {
    return spentAt != null;
  }

  public UUID sessionId() {
    return sessionId;
  }
}
