package org.openpriorauth.operations;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.model.JobTurns;

/** Which jobs start by themselves, and on which of several nodes. */
@Stateless
public class JobTurnService {
  private static final Duration OFTEN = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject JobTurns turns;
  @Inject Config config;
  @Inject Clock clock;

  /**
   * @param rhythm often, hourly or nightly; a job whose setting says another one has no turn now
   * @return whether the caller is the one who starts the job in this hour, or these five minutes
   */
  @Requires(value = "operations:change", clinic = false)
  public boolean take(Caller machine, String job, String rhythm) {
    String wanted = config.getOptionalValue("openpriorauth.jobs." + job, String.class).orElse("");
    Duration turn = rhythm.equals("often") ? OFTEN : HOUR;
    return wanted.equals(rhythm) && turns.take(job, turn, clock.instant());
  }
}
