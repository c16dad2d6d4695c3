package org.openpriorauth.reader;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends the whole process when one step does not come back. Neither PDFBox nor a native library can
 * be interrupted, so halting is the only way; shutdown hooks are skipped because they might wait
 * for the very thread that hangs.
 */
final class Watchdog {
  /** The exit status that tells the parent to keep this document away from the next child. */
  static final int EXIT_STUCK = 75;

  /** How much longer than its limit a step may take before the process gives itself up. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  @SuppressWarnings("ThreadPriorityCheck") // it must run while a page eats the machine
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            thread.setPriority(Thread.MAX_PRIORITY);
            return thread;
          });

  /** Until the watch is ended, the process lives at most this long and the grace. */
  Watch begin(Duration limit) {
    long millis = limit.plus(GRACE).toMillis();
    ScheduledFuture<?> end = clock.schedule(Watchdog::halt, millis, TimeUnit.MILLISECONDS);
    return () -> end.cancel(false);
  }

  private static void halt() {
    System.err.println("reader: a step exceeded its time; the process ends");
    Runtime.getRuntime().halt(EXIT_STUCK);
  }

  /** One watched step. */
  interface Watch {
    /** The step came back. */
    void end();
  }
}
