package org.openpriorauth.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;

/** One sign-in, of a browser or of a token client, in one clinic. Revoking the row ends it. */
@Entity
@Table(name = "user_session")
public class UserSession {
  /** Why a session ended that the hospital's sign-on ended. */
  public static final String SIGNED_OUT_THERE = "signed out at the hospital";

  /** How the session is carried: tokens, or the browser's cookie. */
  public enum Kind {
    TOKEN,
    SCREEN;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * How a session was come by.
   *
   * @param provider whether the hospital's own sign-on vouches for the person
   * @param factor whether that showed a second factor
   * @param providerSession the session there that it came of, hashed; null where nobody said
   * @param vouchedAt when that said who the person is; null by password
   * @param end when the session ends however much it is used; null as long as that is not decided
   */
  public record Way(
      Kind kind,
      boolean provider,
      boolean factor,
      String providerSession,
      Instant vouchedAt,
      Instant end) {
    public static Way byPassword(Kind kind) {
      return new Way(kind, false, false, null, null, null);
    }

    /** The same, ending at a time at the latest. */
    public Way endingBy(Instant latest) {
      Instant bound = end != null && end.isBefore(latest) ? end : latest;
      return new Way(kind, provider, factor, providerSession, vouchedAt, bound);
    }

    /** The same, carried otherwise. */
    public Way as(Kind other) {
      return new Way(other, provider, factor, providerSession, vouchedAt, end);
    }
  }

  @Id private UUID id;

  @Column(name = "user_id", updatable = false)
  private UUID userId;

  @Column(name = "clinic_id", updatable = false)
  private UUID clinicId;

  @Column(updatable = false)
  private String kind;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "revoked_why")
  private String revokedWhy;

  @Column(updatable = false)
  private String address;

  @Column(updatable = false)
  private String agent;

  @Column(name = "by_provider", updatable = false)
  private boolean byProvider;

  @Column(name = "factor_shown", updatable = false)
  private boolean factorShown;

  @Column(name = "provider_session", updatable = false)
  private String providerSession;

  @Column(name = "vouched_at", updatable = false)
  private Instant vouchedAt;

  @Column(name = "ends_at", updatable = false)
  private Instant endsAt;

  /** For JPA. */
  protected UserSession() {}

  /**
   * @param origin from where; its address and program are kept, so that the person knows it again
   */
  public UserSession(
      UUID userId, ClinicId clinic, Way way, Caller.Origin origin, Instant now, Instant expiresAt) {
    this.id = Ids.next();
    this.userId = userId;
    this.clinicId = clinic.value();
    this.kind = way.kind().word();
    this.byProvider = way.provider();
    this.factorShown = way.factor();
    this.providerSession = way.providerSession();
    this.vouchedAt = way.vouchedAt();
    this.endsAt = way.end();
    this.createdAt = now;
    this.lastSeenAt = now;
    this.expiresAt = bounded(expiresAt);
    this.address = origin.address();
    this.agent = origin.agent();
  }

  public boolean liveAt(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  /** Use prolongs a session; a session that has ended stays ended. */
  public void seen(Instant now, Instant newExpiry) {
    if (liveAt(now)) {
      lastSeenAt = now;
      expiresAt = bounded(newExpiry);
    }
  }

  private Instant bounded(Instant expiry) {
    return endsAt != null && endsAt.isBefore(expiry) ? endsAt : expiry;
  }

  /**
   * Whether it came of what ended at the hospital's sign-on: of that session, whenever it was
   * opened here; where either has no name, of anything that was vouched for until then. Both times
   * are the provider's, in whole seconds, and the same second counts as until then.
   *
   * @param there as it is kept; null for all of the person's
   */
  public boolean cameOf(String there, Instant endedAt) {
    if (!byProvider) {
      return false;
    }
    if (there != null && providerSession != null) {
      return providerSession.equals(there);
    }
    Instant vouched = vouchedAt == null ? createdAt : vouchedAt;
    return !vouched.isAfter(endedAt);
  }

  public void revoke(String why, Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
      revokedWhy = why;
    }
  }

  public boolean is(Kind expected) {
    return expected.word().equals(kind);
  }

  public UUID id() {
    return id;
  }

  public UUID userId() {
    return userId;
  }

  public ClinicId clinic() {
    return new ClinicId(clinicId);
  }

  public Way way() {
    Kind carried = is(Kind.TOKEN) ? Kind.TOKEN : Kind.SCREEN;
    return new Way(carried, byProvider, factorShown, providerSession, vouchedAt, endsAt);
  }

  /** {@code token} or {@code screen}. */
  public String kind() {
    return kind;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public String address() {
    return address;
  }

  public String agent() {
    return agent;
  }

  public Instant lastSeenAt() {
    return lastSeenAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
