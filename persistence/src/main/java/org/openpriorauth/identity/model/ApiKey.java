package org.openpriorauth.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.Caller;

/** What another system shows instead of signing in. */
@Entity
@Table(name = "api_key")
public class ApiKey extends AuditedRecord {
  /**
   * @param name of the system that has it
   * @param scope the permissions, by name
   * @param expiresAt when it ends by itself
   */
  public record Terms(String name, Set<String> scope, Instant expiresAt) {
    public Terms {
      scope = Set.copyOf(scope);
    }
  }

  @Column(updatable = false)
  private String name;

  @Column(updatable = false)
  private byte[] hash;

  @Column(updatable = false)
  private String beginning;

  @Column(updatable = false)
  private String scope;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  /** For JPA. */
  protected ApiKey() {}

  /**
   * @param hash of the whole key
   * @param beginning of it, by which people know it again
   */
  public ApiKey(Caller by, Terms terms, byte[] hash, String beginning, Instant now) {
    super(by.clinic(), by.actor(), now);
    this.name = terms.name();
    this.hash = hash.clone();
    this.beginning = beginning;
    this.scope = String.join(" ", new TreeSet<>(terms.scope()));
    this.expiresAt = terms.expiresAt();
  }

  public boolean opensAt(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  public void revoke(UUID by, Instant now) {
    revokedAt = now;
    touched(by, now);
  }

  public Terms terms() {
    return new Terms(name, Set.of(scope.split(" ")), expiresAt);
  }

  public String beginning() {
    return beginning;
  }

  public Instant revokedAt() {
    return revokedAt;
  }

  public Instant lastUsedAt() {
    return lastUsedAt;
  }
}
