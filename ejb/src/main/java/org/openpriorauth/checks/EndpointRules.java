package org.openpriorauth.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openpriorauth.checks.Endpoints.Seen;

/** How addresses are judged by what was seen of them. The worst decides; each says its own. */
final class EndpointRules {
  private static final Duration SOON = Duration.ofDays(30);
  private static final Duration TOO_SOON = Duration.ofDays(7);
  private static final Duration CLOCK = Duration.ofMinutes(1);
  private static final Set<String> MODERN = Set.of("TLSv1.2", "TLSv1.3");

  private final Instant now;
  private final List<String> trouble = new ArrayList<>();
  private Status worst = Status.PASS;

  private EndpointRules(Instant now) {
    this.now = now;
  }

  /**
   * @param kind what they are, e.g. "payers' addresses"
   */
  static Finding judge(String kind, List<Seen> seen, Instant now) {
    if (seen.isEmpty()) {
      return Finding.pass("There are no " + kind + " to look at.");
    }
    EndpointRules rules = new EndpointRules(now);
    seen.forEach(rules::judge);
    if (rules.worst == Status.PASS) {
      return Finding.pass(
          "All %d %s answer over TLS 1.2 or later, with certificates that last."
              .formatted(seen.size(), kind));
    }
    return new Finding(
        rules.worst,
        Finding.some(rules.trouble) + ".",
        "Tell who runs that address; a certificate of your own authority goes into this server's"
            + " trust store.");
  }

  private void judge(Seen seen) {
    if (seen.refused() != null) {
      note(Status.FAIL, seen, seen.refused());
    } else if (seen.silent()) {
      note(Status.WARN, seen, "does not answer, so we do not know");
    } else if (seen.protocol() == null) {
      note(
          seen.local() ? Status.WARN : Status.FAIL,
          seen,
          "is spoken to without encryption" + (seen.local() ? " (on this machine)" : ""));
    } else {
      encrypted(seen);
    }
    if (seen.clock() != null && seen.clock().compareTo(CLOCK) > 0) {
      note(Status.WARN, seen, "has a clock " + seen.clock().toSeconds() + " s away from ours");
    }
  }

  private void encrypted(Seen seen) {
    if (!MODERN.contains(seen.protocol())) {
      note(Status.FAIL, seen, "speaks " + seen.protocol() + ", which is too old");
    }
    if (seen.expires() == null) {
      note(Status.WARN, seen, "shows no certificate, so we do not know");
      return;
    }
    Duration left = Duration.between(now, seen.expires());
    if (left.compareTo(SOON) < 0) {
      note(
          left.compareTo(TOO_SOON) < 0 ? Status.FAIL : Status.WARN,
          seen,
          "has a certificate that ends in " + Math.max(0, left.toDays()) + " days");
    }
  }

  private void note(Status status, Seen seen, String what) {
    trouble.add(seen.host() + " " + what);
    worst = status.worseThan(worst) ? status : worst;
  }
}
