package org.openpriorauth.operations.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.operations.JobConsole;
import org.openpriorauth.operations.JobTurnService;

/**
 * Starts jobs by themselves, in the rhythm that {@code openpriorauth.jobs.<job>} says: often,
 * hourly, nightly or never. The timer runs on every node; of several one starts the job.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobTimer {
  private static final Logger LOG = System.getLogger(JobTimer.class.getName());
  private static final List<String> JOBS =
      List.of(
          "find-alerts", "poll", "refit", "retention", "run-checks", "seal-audit", "verify-audit");

  @Inject JobTurnService turns;
  @Inject JobConsole console;

  @Schedule(hour = "*", minute = "*/5", persistent = false)
  void often() {
    start("often");
  }

  @Schedule(hour = "*", minute = "7", persistent = false)
  void hourly() {
    start("hourly");
  }

  @Schedule(hour = "2", minute = "41", persistent = false)
  void nightly() {
    start("nightly");
  }

  private void start(String rhythm) {
    Caller machine = Caller.machine("timer", "operations:change", "operations:read");
    for (String job : JOBS) {
      try {
        if (turns.take(machine, job, rhythm)) {
          console.start(machine, job, Map.of());
        }
      } catch (RuntimeException e) {
        // Payara ends a timer whose method throws.
        LOG.log(Level.WARNING, "job " + job + " did not start; its next turn comes", e);
      }
    }
  }
}
