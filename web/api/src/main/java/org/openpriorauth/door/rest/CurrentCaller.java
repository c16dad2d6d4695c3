package org.openpriorauth.door.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The caller that the token names, for the resources of this request. */
@RequestScoped
public class CurrentCaller {
  private Caller caller;
  private UUID session;
  private Caller.Origin origin;

  void is(Caller caller, UUID session) {
    this.caller = caller;
    this.session = session;
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

  /** Empty before the token was checked, and where none is asked for. */
  Optional<Caller> known() {
    return Optional.ofNullable(caller);
  }

  /** The sign-in that the token comes from. */
  public UUID session() {
    return session;
  }

  /** For the doors to a session: nobody yet, without a permission. */
  public Caller anyone() {
    return new Caller(null, Caller.SYSTEM, java.util.Set.of(), origin);
  }
}
