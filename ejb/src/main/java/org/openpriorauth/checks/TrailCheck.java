package org.openpriorauth.checks;

import java.time.Duration;
import java.time.Instant;
import org.openpriorauth.checks.model.TrailRepository.Trail;

/** How an audit trail's last seal and last verification are judged. */
final class TrailCheck {
  /** How far back verifications are looked for. */
  static final Duration LOOKED_BACK = Duration.ofDays(35);

  /** The job seals hourly; so much may be open. */
  private static final Duration OPEN = Duration.ofHours(3);

  /** Longer than a night or two without the job. */
  private static final Duration OPEN_LONG = Duration.ofDays(2);

  private static final Duration UNVERIFIED = Duration.ofDays(2);
  private static final String SEAL = "See why the job seal-audit does not end well, and start it.";

  private TrailCheck() {}

  static Finding judge(Trail trail, Instant now) {
    if (trail.broken()) {
      return Finding.fail(
          "The trail did not hold at its last verification: something was changed, removed or inserted.",
          "Touch nothing. Export the trail, keep the server's log, and find out who could write to"
              + " the database.");
    }
    Duration open =
        trail.openSince() == null ? Duration.ZERO : Duration.between(trail.openSince(), now);
    if (open.compareTo(OPEN_LONG) > 0) {
      return Finding.fail("No seal has been set for " + open.toHours() + " h.", SEAL);
    }
    if (open.compareTo(OPEN) > 0) {
      return Finding.warn("No seal has been set for " + open.toHours() + " h.", SEAL);
    }
    if (trail.verifiedAt() == null
        || Duration.between(trail.verifiedAt(), now).compareTo(UNVERIFIED) > 0) {
      return Finding.warn(
          "The trail is sealed, but has not been held against its seals for two days.",
          "See why the job verify-audit does not end well, and start it.");
    }
    long hours = Duration.between(trail.verifiedAt(), now).toHours();
    return Finding.pass(
        "The trail is sealed, and held at its last verification, "
            + (hours == 0 ? "less than an hour ago." : hours + " h ago."));
  }
}
