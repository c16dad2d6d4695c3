package org.openpriorauth.door.rest;

import jakarta.enterprise.context.RequestScoped;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The caller that the token names, for the resources of this request. */
@RequestScoped
public class CurrentCaller {
  private Caller caller;
  private Caller.Origin origin;

  void is(Caller caller) {
    this.caller = caller;
  }

  void comesFrom(Caller.Origin origin) {
    this.origin = origin;
  }

  public Caller get() {
    if (caller == null) {
      throw Problem.of(ErrorCode.NOT_SIGNED_IN);
    }
    return caller;
  }

  /** For the doors to a session: nobody yet, without a permission. */
  public Caller anyone() {
    return new Caller(null, Caller.SYSTEM, java.util.Set.of(), origin);
  }
}
