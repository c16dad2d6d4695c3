package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.openpriorauth.kernel.Caller;

/**
 * This server's clock beside the database's: the order of events, deadlines and authenticators'
 * codes rely on it. Half a minute is what a code forgives.
 */
@ApplicationScoped
public class ClockCheck implements Check {
  private static final Duration NOTICED = Duration.ofSeconds(2);
  private static final Duration HARMFUL = Duration.ofSeconds(30);
  private static final String ADVICE =
      "Let this server and the database's follow the same network time (NTP, chrony).";

  @Inject InstallationFacts facts;
  @Inject Clock clock;

  @Override
  public Topic topic() {
    return Topic.CLOCK;
  }

  @Override
  public Finding look(Caller caller) {
    Instant before = clock.instant();
    Instant theirs = facts.time(caller);
    return judge(before, theirs, clock.instant());
  }

  /** The way there and back is not held against the clock. */
  static Finding judge(Instant before, Instant theirs, Instant after) {
    Duration apart =
        theirs.isBefore(before)
            ? Duration.between(theirs, before)
            : theirs.isAfter(after) ? Duration.between(after, theirs) : Duration.ZERO;
    if (apart.compareTo(NOTICED) < 0) {
      return Finding.pass("This server's clock and the database's agree.");
    }
    String found = "This server's clock and the database's are " + apart.toSeconds() + " s apart.";
    return apart.compareTo(HARMFUL) < 0
        ? Finding.warn(found, ADVICE)
        : Finding.fail(found + " Codes of authenticators may be refused.", ADVICE);
  }
}
