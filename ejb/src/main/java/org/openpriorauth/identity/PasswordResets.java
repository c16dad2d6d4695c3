package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.IdentityRepository.Membership;
import org.openpriorauth.identity.model.PasswordReset;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.notification.Mail;
import org.openpriorauth.notification.Mails;

/** The short transactions around a forgotten password. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasswordResets {
  /** Another link so soon would only be noise in somebody's mail. */
  private static final Duration BETWEEN = Duration.ofMinutes(2);

  @Inject IdentityRepository identities;
  @Inject ClinicScope scope;
  @Inject Letters letters;
  @Inject Mails mails;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.reset-minutes")
  long minutes;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.issuer")
  Optional<String> issuer;

  /** Who signs on by the hospital has no password to forget, and gets no mail. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public void ask(Caller anyone, String name) {
    Instant now = clock.instant();
    Optional<User> user =
        identities.findForSignIn(name).filter(User::active).filter(u -> !signsOn(u));
    Optional<Membership> works = user.flatMap(u -> membership(u.id()));
    if (works.isPresent()
        && letters.ready()
        && !identities.resetAskedSince(user.get().id(), now.minus(BETWEEN))) {
      String secret = OneTimeSecret.next();
      identities.add(
          new PasswordReset(
              OneTimeSecret.hash(secret),
              user.get().id(),
              now,
              now.plus(Duration.ofMinutes(minutes))));
      tell(anyone, works.get(), user.get(), letters.reset(user.get(), secret, minutes));
    } else {
      audited.fire(
          new Audited(anyone, "password.forgotten", "user", null, Map.of("mailed", false)));
    }
  }

  /** Whose password an open link sets. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public Optional<User> user(Caller anyone, String secret) {
    return open(secret)
        .flatMap(r -> identities.findUser(r.userId()))
        .filter(u -> u.active() && !signsOn(u));
  }

  /** False if the link is not open. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public boolean reset(Caller anyone, String secret, String passwordHash) {
    Instant now = clock.instant();
    Optional<PasswordReset> open = open(secret);
    Optional<User> locked =
        open.flatMap(r -> identities.lockUser(r.userId())).filter(u -> u.active() && !signsOn(u));
    Optional<Membership> works = locked.flatMap(u -> membership(u.id()));
    if (works.isEmpty()) {
      return false;
    }
    User user = locked.get();
    open.get().spend(now);
    user.changePassword(passwordHash, now);
    user.passwordWasRight(now);
    identities
        .liveSessionsOf(user.id(), now)
        .forEach(session -> session.revoke("the password was reset", now));
    tell(anyone, works.get(), user, letters.passwordChanged(user));
    return true;
  }

  private boolean signsOn(User user) {
    return issuer.filter(i -> identities.signsOn(user.id(), i)).isPresent();
  }

  private Optional<PasswordReset> open(String secret) {
    return identities.lockReset(OneTimeSecret.hash(secret)).filter(r -> r.openAt(clock.instant()));
  }

  private Optional<Membership> membership(UUID user) {
    return identities.membershipsOf(user).stream().findFirst();
  }

  /** In the clinic where the person signs in first: mail and audit belong to one. */
  private void tell(Caller anyone, Membership works, User user, Mail mail) {
    scope.enter(works.clinic());
    mails.add(works.clinic(), mail);
    Caller there = new Caller(works.clinic(), Caller.SYSTEM, anyone.permissions(), anyone.origin());
    String action = mail.kind().equals("password_reset") ? "password.forgotten" : "password.reset";
    audited.fire(Audited.of(there, action, "user", user.id()));
  }
}
