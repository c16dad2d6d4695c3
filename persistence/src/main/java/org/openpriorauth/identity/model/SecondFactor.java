package org.openpriorauth.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a person's authenticator shares with us; it counts once its first code was typed. */
@Entity
@Table(name = "second_factor")
public class SecondFactor {
  @Id
  @Column(name = "user_id")
  private UUID userId;

  private byte[] secret;

  @Column(name = "last_step")
  private long lastStep;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  /** For JPA. */
  protected SecondFactor() {}

  /**
   * @param secret sealed
   */
  public SecondFactor(UUID userId, byte[] secret, Instant now) {
    this.userId = userId;
    this.secret = secret.clone();
    this.createdAt = now;
  }

  /** Begins anew with another secret, as long as the first was never confirmed. */
  public void replace(byte[] sealed) {
    if (confirmed()) {
      throw new IllegalStateException("A confirmed second factor is taken away, not replaced.");
    }
    secret = sealed.clone();
  }

  /** Takes the code of a time step; false if that step or a later one was taken before. */
  public boolean take(long step) {
    if (step <= lastStep) {
      return false;
    }
    lastStep = step;
    return true;
  }

  public void confirm(Instant now) {
    confirmedAt = now;
  }

  public boolean confirmed() {
    return confirmedAt != null;
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }

  public byte[] secret() {
    return secret.clone();
  }
}
