package org.openpriorauth.door.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.identity.SignedIn;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** The person whose browser asks, or nobody. */
@Named
@RequestScoped
public class CurrentPerson {
  @Inject Clock clock;

  private SignedIn person;
  private Caller.Origin origin;

  void comesFrom(Caller.Origin origin) {
    this.origin = origin;
  }

  void is(SignedIn person) {
    this.person = person;
  }

  public boolean isSignedIn() {
    return person != null;
  }

  public String getUsername() {
    return person == null ? "" : person.username();
  }

  public String getFullName() {
    return person == null ? "" : person.fullName();
  }

  /** The session that the browser's cookie carries. */
  public UUID session() {
    return person == null ? null : person.session();
  }

  /** Signed in for nothing but setting up a second factor. */
  public boolean isEnrolling() {
    return may(Requires.ENROL);
  }

  /** Until the session ends, if nothing is done meanwhile. */
  public long getSecondsLeft() {
    return person == null
        ? 0
        : Math.max(0, Duration.between(clock.instant(), person.expiresAt()).toSeconds());
  }

  /** What is open to the person beyond role and training, or null. */
  public SignedIn.Emergency getEmergency() {
    return person == null ? null : person.emergency();
  }

  /** Until it ends by its time. */
  public long getEmergencySecondsLeft() {
    return getEmergency() == null
        ? 0
        : Math.max(0, Duration.between(clock.instant(), getEmergency().endsAt()).toSeconds());
  }

  public Caller caller() {
    if (person == null) {
      throw Problem.of(ErrorCode.NOT_SIGNED_IN);
    }
    return person.caller(origin);
  }

  /** For signing in: nobody yet, without a permission. */
  public Caller anyone() {
    return new Caller(null, Caller.SYSTEM, Set.of(), origin);
  }

  public boolean may(String permission) {
    return person != null && person.permissions().contains(permission);
  }
}
