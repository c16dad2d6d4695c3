package org.openpriorauth.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.Ids;

/**
 * A person who signs in. Belongs to no clinic: memberships do. After too many wrong passwords the
 * account rests, twice as long each further time, so that guessing slows down and nobody is locked
 * out for good by somebody else's guesses.
 */
@Entity
@Table(name = "app_user")
public class User {
  private static final int MOST_DOUBLINGS = 6;

  @Id private UUID id;
  private String username;
  private String email;

  @Column(name = "full_name")
  private String fullName;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "failed_sign_ins")
  private int failedSignIns;

  @Column(name = "resting_until")
  private Instant restingUntil;

  @Column(name = "password_changed_at")
  private Instant passwordChangedAt;

  private boolean active = true;
  @Version private long version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /**
   * Who somebody is, beside how they show it.
   *
   * @param username unique, whatever its capitals
   * @param email unique too; whoever reads its mail can take the account
   */
  public record Person(String username, String email, String fullName) {}

  /** For JPA. */
  protected User() {}

  /**
   * @param passwordHash of a password that was checked against the rules
   */
  public User(Person person, String passwordHash, Instant now) {
    this.id = Ids.next();
    this.username = person.username();
    this.email = person.email();
    this.fullName = person.fullName();
    this.passwordHash = passwordHash;
    this.passwordChangedAt = now;
    this.createdAt = now;
    this.updatedAt = now;
  }

  public boolean restsAt(Instant now) {
    return restingUntil != null && now.isBefore(restingUntil);
  }

  /**
   * Counts a wrong password.
   *
   * @param allowed wrong passwords in a row before the account rests
   * @param rest the first rest; doubled for each further wrong password, at most 64-fold
   */
  public void passwordWasWrong(int allowed, Duration rest, Instant now) {
    failedSignIns++;
    updatedAt = now;
    if (failedSignIns >= allowed) {
      int doublings = Math.min(failedSignIns - allowed, MOST_DOUBLINGS);
      restingUntil = now.plus(rest.multipliedBy(1L << doublings));
    }
  }

  public void passwordWasRight(Instant now) {
    if (failedSignIns > 0 || restingUntil != null) {
      failedSignIns = 0;
      restingUntil = null;
      updatedAt = now;
    }
  }

  /**
   * @param hash of the new password
   */
  public void changePassword(String hash, Instant now) {
    passwordHash = hash;
    passwordChangedAt = now;
    updatedAt = now;
  }

  public UUID id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String email() {
    return email;
  }

  public String fullName() {
    return fullName;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public boolean active() {
    return active;
  }
}
