package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.identity.SignedIn.Emergency;
import org.openpriorauth.identity.model.EmergencyAccess;
import org.openpriorauth.identity.model.EmergencyRepository;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.IdentityRepository.Membership;
import org.openpriorauth.identity.model.IdentityRepository.Permission;
import org.openpriorauth.identity.model.SecondFactorRepository;
import org.openpriorauth.identity.model.SessionSecret;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;

/**
 * The short transactions behind signing in. They answer with values and never throw for a refusal,
 * because a refusal must be remembered: a thrown problem would roll it back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Sessions {
  /** Refusals that count against an account. */
  private static final Set<String> GUESSES = Set.of("password", "code");

  /** Seconds between two notes of a screen's use. */
  private static final int PROLONG_AFTER = 30;

  @Inject IdentityRepository identities;
  @Inject SecondFactorRepository factors;
  @Inject EmergencyRepository emergencies;
  @Inject ClinicScope scope;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.attempts")
  int allowedAttempts;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.rest-seconds")
  long restSeconds;

  @Inject
  @ConfigProperty(name = "openpriorauth.token.refresh-days")
  long refreshDays;

  @Inject
  @ConfigProperty(name = "openpriorauth.session.idle-minutes")
  long idleMinutes;

  @Inject
  @ConfigProperty(name = "openpriorauth.token.longest-days")
  long longestDays;

  @Inject
  @ConfigProperty(name = "openpriorauth.session.longest-hours")
  long longestHours;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.second-factor-roles")
  List<String> factorRoles;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.issuer")
  Optional<String> issuer;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.training-required")
  boolean trainingRequired;

  /**
   * What the checks need to know about an account.
   *
   * @param factor whether a code is wanted beside the password
   * @param signsOn whether the hospital's sign-on vouches for the person, and no password does
   */
  public record Account(
      UUID user, String passwordHash, boolean rests, boolean factor, boolean signsOn) {}

  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<Account> account(Caller anyone, String name) {
    return identities.findForSignIn(name).filter(User::active).map(this::account);
  }

  /** The caller's own, to be asked once more who it is. */
  @Requires(Requires.OWN_ACCOUNT)
  public Account own(Caller caller) {
    return account(identities.findUser(caller.actor()).orElseThrow());
  }

  private Account account(User user) {
    return new Account(
        user.id(),
        user.passwordHash(),
        user.restsAt(clock.instant()),
        factors.confirmed(user.id()),
        signsOn(user));
  }

  private boolean signsOn(User user) {
    return issuer.filter(i -> identities.signsOn(user.id(), i)).isPresent();
  }

  /**
   * Whether a token's session still lives, and the emergency access that the token carries.
   *
   * @param emergency null for a token without
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public boolean lives(Caller anyone, UUID session, UUID emergency) {
    Instant now = clock.instant();
    return identities
        .findSession(session)
        .filter(s -> s.liveAt(now))
        .filter(s -> emergency == null || emergency.equals(emergencyIn(s, now)))
        .isPresent();
  }

  private UUID emergencyIn(UserSession session, Instant now) {
    scope.enter(session.clinic());
    return emergencies
        .open(session.clinic(), session.id(), now)
        .map(EmergencyAccess::id)
        .orElse(null);
  }

  /** The caller with what the session may do now; nothing if it has ended. */
  @Requires(Requires.OWN_ACCOUNT)
  public Optional<SignedIn> of(Caller caller, UUID session) {
    return identities
        .findSession(session)
        .filter(s -> s.liveAt(clock.instant()) && s.userId().equals(caller.actor()))
        .filter(s -> s.clinic().equals(caller.clinic()))
        .flatMap(s -> resume(s, null));
  }

  /** Whoever is refused: nobody yet, or a person who was asked once more. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void refused(Caller anyone, UUID user, String why) {
    Instant now = clock.instant();
    if (anyone.clinic() != null) {
      scope.enter(anyone.clinic());
    }
    if (user != null && GUESSES.contains(why)) {
      identities
          .lockUser(user)
          .ifPresent(
              u -> u.passwordWasWrong(allowedAttempts, Duration.ofSeconds(restSeconds), now));
    }
    audited.fire(new Audited(anyone, "session.refuse", "user", user, Map.of("why", why)));
  }

  /** Opens a session in the clinic where the person worked last, or answers nothing. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<SignedIn> open(Caller anyone, UUID userId, UserSession.Way way) {
    Instant now = clock.instant();
    User user = identities.lockUser(userId).orElseThrow();
    if (!way.provider()) {
      if (user.restsAt(now)) {
        // Others guessed wrong while this password was being checked.
        return Optional.empty();
      }
      user.passwordWasRight(now);
    }
    return identities.membershipsOf(userId).stream()
        .filter(m -> admits(way, m))
        .findFirst()
        .map(m -> open(anyone, user, m, way));
  }

  /**
   * Opens a session of who has one already in another of their clinics; nothing if it is none, or
   * if the session that asks has ended. Its row is locked: whoever ends it sees the next one.
   *
   * @param current the session that asks: what vouched for it vouches for the next
   */
  @Requires(value = Requires.OWN_ACCOUNT, clinic = false)
  public Optional<SignedIn> openIn(
      Caller caller, UUID current, ClinicId clinic, UserSession.Kind kind) {
    User user = identities.lockUser(caller.actor()).orElseThrow();
    Optional<UserSession.Way> lives =
        identities
            .lockSession(current)
            .filter(s -> s.liveAt(clock.instant()))
            .map(s -> s.way().as(kind));
    return lives.flatMap(
        way ->
            identities
                .membership(user.id(), clinic)
                .filter(m -> admits(way, m) && (way.provider() || !signsOn(user)))
                .map(m -> open(caller, user, m, way)));
  }

  /** Who has a factor of ours is asked for it by us; at a hospital's sign-on we cannot. */
  private boolean admits(UserSession.Way way, Membership membership) {
    return !way.provider() || way.factor() || !factorRoles.contains(membership.role());
  }

  private SignedIn open(Caller anyone, User user, Membership active, UserSession.Way way) {
    Instant now = clock.instant();
    scope.enter(active.clinic());
    UserSession session =
        new UserSession(
            user.id(),
            active.clinic(),
            way.endingBy(now.plus(longest(way.kind()))),
            anyone.origin(),
            now,
            now.plus(lifetime(way.kind())));
    identities.add(session);
    SignedIn signedIn = signedIn(session, user, active, issue(session, now));
    Map<String, Object> detail = way.provider() ? Map.of("by", "provider") : Map.of();
    audited.fire(
        new Audited(
            signedIn.caller(anyone.origin()),
            "session.open",
            "user_session",
            session.id(),
            detail));
    return signedIn;
  }

  /**
   * Spends a refresh token for the next one; a spent one that comes back ends the whole session.
   */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<SignedIn> refresh(Caller anyone, String token) {
    Instant now = clock.instant();
    Optional<SessionSecret> secret = identities.lockSecret(OneTimeSecret.hash(token));
    Optional<UserSession> session =
        secret.flatMap(s -> identities.lockSession(s.sessionId())).filter(s -> s.liveAt(now));
    if (session.isEmpty() || !session.get().is(UserSession.Kind.TOKEN)) {
      return Optional.empty();
    }
    UserSession live = session.get();
    scope.enter(live.clinic());
    if (secret.get().spent()) {
      live.revoke("refresh token came back", now);
      audited.fire(Audited.of(system(live, anyone), "session.stolen", "user_session", live.id()));
      emergencies.endOf(live.clinic(), live.id(), now);
      return Optional.empty();
    }
    secret.get().spend(now);
    live.seen(now, now.plus(lifetime(UserSession.Kind.TOKEN)));
    return resume(live, issue(live, now));
  }

  /** The person behind a browser's cookie, if the session lives; use prolongs it. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<SignedIn> screen(Caller anyone, String cookie) {
    Instant now = clock.instant();
    Optional<UserSession> live =
        identities
            .findSecret(OneTimeSecret.hash(cookie))
            .flatMap(s -> identities.findSession(s.sessionId()))
            .filter(s -> s.liveAt(now) && s.is(UserSession.Kind.SCREEN));
    if (live.isEmpty()) {
      return Optional.empty();
    }
    UserSession session = live.get();
    scope.enter(session.clinic());
    if (session.lastSeenAt().isBefore(now.minusSeconds(PROLONG_AFTER))) {
      return prolong(session.id(), cookie, now);
    }
    return resume(session, cookie);
  }

  /** Ends the session that the secret belongs to; ending it twice is no error. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void close(Caller anyone, String secret) {
    Instant now = clock.instant();
    identities
        .findSecret(OneTimeSecret.hash(secret))
        .flatMap(s -> identities.lockSession(s.sessionId()))
        .filter(s -> s.liveAt(now))
        .ifPresent(
            s -> {
              scope.enter(s.clinic());
              s.revoke("signed out", now);
              audited.fire(Audited.of(system(s, anyone), "session.close", "user_session", s.id()));
              emergencies.endOf(s.clinic(), s.id(), now);
            });
  }

  /** Reads the row anew under its lock: it may have been revoked since. */
  private Optional<SignedIn> prolong(UUID id, String cookie, Instant now) {
    UserSession session = identities.refreshLocked(id);
    if (!session.liveAt(now)) {
      return Optional.empty();
    }
    session.seen(now, now.plus(lifetime(UserSession.Kind.SCREEN)));
    return resume(session, cookie);
  }

  private Optional<SignedIn> resume(UserSession session, String secret) {
    User user = identities.findUser(session.userId()).filter(User::active).orElse(null);
    return user == null
        ? Optional.empty()
        : identities
            .membership(user.id(), session.clinic())
            .map(m -> signedIn(session, user, m, secret));
  }

  private SignedIn signedIn(UserSession session, User user, Membership active, String secret) {
    Emergency emergency =
        emergencies
            .open(session.clinic(), session.id(), clock.instant())
            .map(e -> new Emergency(e.id(), e.endsAt()))
            .orElse(null);
    return new SignedIn(
        session.id(),
        user.id(),
        user.username(),
        user.fullName(),
        active.clinic(),
        active.role(),
        permissions(session, active, emergency),
        secret,
        session.expiresAt(),
        emergency);
  }

  private Set<String> permissions(UserSession session, Membership active, Emergency emergency) {
    if (!admits(session.way(), active)) {
      return Set.of(Requires.OWN_ACCOUNT);
    }
    if (factorRoles.contains(active.role())
        && !session.way().provider()
        && !factors.confirmed(session.userId())) {
      return Set.of(Requires.OWN_ACCOUNT, Requires.ENROL);
    }
    boolean trained = !trainingRequired || active.trainedAt(clock.instant());
    Set<String> permissions = new TreeSet<>();
    for (Permission permission : identities.permissionsOf(active.role())) {
      boolean waits = permission.phi() && !trained;
      permissions.add((waits ? Requires.UNTRAINED : "") + permission.name());
    }
    permissions.add(Requires.OWN_ACCOUNT);
    if (emergency != null) {
      permissions.addAll(identities.openedByEmergency());
      permissions.add(Requires.IN_EMERGENCY + emergency.id());
    }
    return permissions;
  }

  private String issue(UserSession session, Instant now) {
    String secret = OneTimeSecret.next();
    identities.add(new SessionSecret(OneTimeSecret.hash(secret), session.id(), now));
    return secret;
  }

  private Duration lifetime(UserSession.Kind kind) {
    return kind == UserSession.Kind.TOKEN
        ? Duration.ofDays(refreshDays)
        : Duration.ofMinutes(idleMinutes);
  }

  /** However much it is used: whoever found a session is out in the end. */
  private Duration longest(UserSession.Kind kind) {
    return kind == UserSession.Kind.TOKEN
        ? Duration.ofDays(longestDays)
        : Duration.ofHours(longestHours);
  }

  /** Whose session it is, for the trail: it may do nothing. */
  private Caller system(UserSession session, Caller anyone) {
    Set<String> named =
        emergencies
            .open(session.clinic(), session.id(), clock.instant())
            .map(e -> Set.of(Requires.IN_EMERGENCY + e.id()))
            .orElse(Set.of());
    return new Caller(session.clinic(), session.userId(), named, anyone.origin());
  }
}
