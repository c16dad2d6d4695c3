package org.openpriorauth.priorauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.PriorAuthorization;

/** Moves a request on, with its audit line and its place in the timeline. */
@ApplicationScoped
public class Moves {
  @Inject Event<Audited> audited;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * @throws org.openpriorauth.kernel.Problem PA_ILLEGAL_MOVE
   */
  public void move(Caller caller, PriorAuthorization request, PriorAuthState next) {
    PriorAuthState before = request.state();
    request.moveTo(next, caller.actor(), clock.instant());
    Map<String, Object> change = Map.of("before", before.name(), "after", next.name());
    audited.fire(new Audited(caller, "pa.move", "prior_authorization", request.id(), change));
    happened.fire(new Happened(caller, request.id(), "moved", change));
  }
}
