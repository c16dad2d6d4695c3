package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;

/** What is left of sessions and mailed links when nobody can use them any more. */
@Stateless
public class EndedSessions {
  /**
   * Ended sessions stay this long, so that a stolen refresh token is still recognised; and what the
   * hospital's sign-on said is over, because its tokens outlive that: by hours mostly, never by a
   * month.
   */
  static final Duration KEPT = Duration.ofDays(30);

  private static final int MOST = 1000;

  @Inject IdentityRepository identities;
  @Inject Clock clock;

  /** Answers how many sessions went; fewer than a thousand means that none is left. */
  @Requires(value = "operations:change", clinic = false)
  public int delete(Caller machine) {
    Instant before = clock.instant().minus(KEPT);
    identities.deleteResetsBefore(before);
    identities.deleteSignOutsBefore(before);
    return identities.deleteEndedBefore(before, MOST);
  }
}
