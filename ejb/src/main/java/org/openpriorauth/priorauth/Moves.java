package org.openpriorauth.priorauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.priorauth.model.CancelReason;
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
    moved(caller, request, next, Map.of());
  }

  /**
   * Ends it, and says why where somebody said so.
   *
   * @throws org.openpriorauth.kernel.Problem PA_ILLEGAL_MOVE
   */
  public void cancel(Caller caller, PriorAuthorization request, Optional<CancelReason> why) {
    Map<String, Object> said =
        why.<Map<String, Object>>map(w -> Map.of("reason", w.name())).orElse(Map.of());
    moved(caller, request, PriorAuthState.CANCELLED, said);
  }

  private void moved(
      Caller caller, PriorAuthorization request, PriorAuthState next, Map<String, Object> said) {
    PriorAuthState before = request.state();
    request.moveTo(next, caller.actor(), clock.instant());
    Map<String, Object> change = new TreeMap<>(said);
    change.put("before", before.name());
    change.put("after", next.name());
    audited.fire(new Audited(caller, "pa.move", "prior_authorization", request.id(), change));
    happened.fire(new Happened(caller, request.id(), "moved", change));
  }
}
