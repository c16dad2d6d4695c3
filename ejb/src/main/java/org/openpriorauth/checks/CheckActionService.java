package org.openpriorauth.checks;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.CachesCleared;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** What an operator can do beside the checks, on the server that is asked; each is written down. */
@Stateless
public class CheckActionService {
  private static final int LONGEST_MINUTES = 240;

  /** What log lines are told apart by: the areas whose classes write some. */
  private static final List<String> AREAS =
      List.of(
          "audit",
          "chart",
          "checks",
          "clinic",
          "criteria",
          "door",
          "extraction",
          "identity",
          "keys",
          "notification",
          "operations",
          "packet",
          "patient",
          "payer",
          "priorauth",
          "submission",
          "tracking");

  @Inject LogLevels levels;
  @Inject Event<CachesCleared> cleared;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /** Has this server read anew what it keeps in memory: the key ring, the schema's state. */
  @Requires("checks:act")
  public void clearCaches(Caller caller) {
    cleared.fire(new CachesCleared(caller));
    audited.fire(Audited.of(caller, "checks.caches", "server", null));
  }

  /**
   * Raises the log level of an area to debug, and sets it back by itself.
   *
   * @param minutes 1 to 240
   * @return when it is set back
   * @throws Problem INVALID at {@code /area} or {@code /minutes}
   */
  @Requires("checks:act")
  public Instant raise(Caller caller, String area, int minutes) {
    if (!AREAS.contains(area)) {
      throw Problem.invalid("/area", "unknown", "An area is one of " + String.join(", ", AREAS));
    }
    if (minutes < 1 || minutes > LONGEST_MINUTES) {
      throw Problem.invalid("/minutes", "out_of_range", "1 to " + LONGEST_MINUTES + " minutes.");
    }
    Instant until = clock.instant().plus(Duration.ofMinutes(minutes));
    Map<String, Object> detail = Map.of("area", area, "minutes", minutes);
    audited.fire(new Audited(caller, "checks.log-level", "server", null, detail));
    levels.raise(area, until);
    return until;
  }

  /** The areas whose level is raised, and until when. */
  @Requires("checks:act")
  public Map<String, Instant> raised(Caller caller) {
    return levels.all();
  }

  /** The areas whose level can be raised. */
  @Requires("checks:act")
  public List<String> areas(Caller caller) {
    return AREAS;
  }
}
