package org.openpriorauth.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openpriorauth.audit.RefusalTrail;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.model.Network;

/**
 * Stands at the doors for people and programs: who calls from outside their clinic's networks is
 * refused. What a clinic allows is read once a minute; a change counts at once on the node where it
 * was made.
 */
@ApplicationScoped
public class ClinicGate {
  private static final Duration FRESH = Duration.ofMinutes(1);

  @Inject ClinicNetworkService networks;
  @Inject RefusalTrail refusals;
  @Inject Clock clock;

  private final Map<ClinicId, Known> known = new ConcurrentHashMap<>();

  private record Known(List<Network> networks, Instant until) {}

  /**
   * @throws Problem OUTSIDE_NETWORKS, which is written down
   */
  public void check(Caller caller) {
    List<Network> allowed = allowed(caller);
    if (allowed.isEmpty() || ClinicNetworkService.lies(caller.origin().address(), allowed)) {
      return;
    }
    refusals.append(Audited.of(caller, "clinic.enter", "clinic", caller.clinic().value()));
    throw Problem.of(
        ErrorCode.OUTSIDE_NETWORKS,
        "Your clinic can be used from its own networks only. Ask its administrator.");
  }

  private List<Network> allowed(Caller caller) {
    Instant now = clock.instant();
    Known found = known.get(caller.clinic());
    if (found == null || !found.until().isAfter(now)) {
      found = new Known(networks.allowed(caller), now.plus(FRESH));
      known.put(caller.clinic(), found);
    }
    return found.networks();
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClinicNetworkService.Changed of) {
    known.remove(of.clinic());
  }
}
