package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.identity.model.EmergencyRepository;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.User;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.notification.Mails;

/** The short transactions around one's own account. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Accounts {
  @Inject IdentityRepository identities;
  @Inject EmergencyRepository emergencies;
  @Inject ClinicScope scope;
  @Inject Letters letters;
  @Inject Mails mails;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param kind {@code screen} or {@code token}
   * @param address from where it was opened, or null
   * @param agent the program that opened it, as it names itself, or null
   * @param current whether it is the one that asks
   */
  public record SessionView(
      UUID id,
      String kind,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt,
      String address,
      String agent,
      boolean current) {
    static SessionView of(UserSession s, UUID current) {
      return new SessionView(
          s.id(),
          s.kind(),
          s.createdAt(),
          s.lastSeenAt(),
          s.expiresAt(),
          s.address(),
          s.agent(),
          s.id().equals(current));
    }
  }

  /**
   * A clinic where the person works.
   *
   * @param active whether the session that asks is in it
   */
  public record WorkplaceView(UUID id, String name, String role, boolean active) {}

  /** Who the account belongs to. */
  public record PersonView(String username, String email, String fullName) {}

  @Requires(Requires.OWN_ACCOUNT)
  public PersonView person(Caller caller) {
    User user = identities.findUser(caller.actor()).orElseThrow();
    return new PersonView(user.username(), user.email(), user.fullName());
  }

  /** The one that was worked in last first. */
  @Requires(Requires.OWN_ACCOUNT)
  public List<WorkplaceView> workplaces(Caller caller) {
    return identities.membershipsOf(caller.actor()).stream()
        .map(
            m ->
                new WorkplaceView(
                    m.clinic().value(), m.name(), m.role(), m.clinic().equals(caller.clinic())))
        .toList();
  }

  @Requires(Requires.OWN_ACCOUNT)
  public List<SessionView> sessions(Caller caller, UUID current) {
    return identities.liveSessionsOf(caller.actor(), clock.instant()).stream()
        .map(s -> SessionView.of(s, current))
        .toList();
  }

  /**
   * Ends a live session of the caller's, in whatever clinic; false if there is none.
   *
   * @param why goes into the row and its audit line
   */
  @Requires(value = Requires.OWN_ACCOUNT, clinic = false)
  public boolean end(Caller caller, UUID id, String why) {
    Instant now = clock.instant();
    return identities
        .lockSession(id)
        .filter(s -> s.userId().equals(caller.actor()) && s.liveAt(now))
        .map(s -> end(caller, s, why, now))
        .isPresent();
  }

  @Requires(Requires.OWN_ACCOUNT)
  public void changePassword(Caller caller, String hash) {
    User user = identities.lockUser(caller.actor()).orElseThrow();
    user.changePassword(hash, clock.instant());
    mails.add(caller.clinic(), letters.passwordReplaced(user));
    audited.fire(Audited.of(caller, "account.password", "user", caller.actor()));
  }

  private UserSession end(Caller caller, UserSession session, String why, Instant now) {
    session.revoke(why, now);
    scope.enter(session.clinic());
    Caller there =
        new Caller(session.clinic(), caller.actor(), caller.permissions(), caller.origin());
    audited.fire(
        new Audited(there, "session.close", "user_session", session.id(), Map.of("why", why)));
    emergencies.endOf(session.clinic(), session.id(), now);
    return session;
  }
}
