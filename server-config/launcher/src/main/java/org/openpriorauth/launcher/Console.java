package org.openpriorauth.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells a person at a terminal what is going on, step by step, with the time each step took. */
public final class Console {
  /** Held, because the log manager forgets a logger that nobody holds, and its level with it. */
  private static final List<Logger> LIBRARIES =
      List.of(
          Logger.getLogger("io.zonky.test"),
          Logger.getLogger("org.flywaydb"),
          Logger.getLogger("java.util.Iterator"));

  private final PrintStream out;

  public Console(PrintStream out) {
    this.out = out;
    LIBRARIES.forEach(library -> library.setLevel(Level.WARNING));
  }

  public void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Announces a step, does it, and says how long it took. */
  public <T> T step(String what, Callable<T> work) {
    out.printf("  %-58s", what + " …");
    out.flush();
    Instant begun = Instant.now();
    try {
      T result = work.call();
      out.printf("%6.1f s%n", Duration.between(begun, Instant.now()).toMillis() / 1000.0);
      return result;
    } catch (LaunchFailure e) {
      throw failed(e);
    } catch (Exception e) {
      throw failed(new LaunchFailure(what + " failed: " + e.getMessage(), e));
    } finally {
      out.flush();
    }
  }

  /** Said here as well: whoever catches it wraps it in words of its own. */
  private LaunchFailure failed(LaunchFailure e) {
    out.println("failed");
    say("");
    say("  " + e.getMessage());
    say("");
    return e;
  }
}
