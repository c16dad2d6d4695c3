package org.openpriorauth.door.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Set;
import org.openpriorauth.identity.SignedIn;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The person whose browser asks, or nobody. */
@Named
@RequestScoped
public class CurrentPerson {
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

  public String getFullName() {
    return person == null ? "" : person.fullName();
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
