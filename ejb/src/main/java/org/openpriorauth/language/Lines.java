package org.openpriorauth.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.language.LanguageModel.Reply;

/**
 * The lines to the endpoints of models: a few calls at once on each, some more tries where it may
 * help, and a rest where nobody answered again and again.
 */
@ApplicationScoped
public class Lines {
  /** Longer than this nobody is waited for; the work comes back later by itself. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.language.at-once")
  int atOnce;

  @Inject
  @ConfigProperty(name = "openpriorauth.language.tries")
  int tries;

  @Inject
  @ConfigProperty(name = "openpriorauth.language.first-pause-millis")
  long firstPauseMillis;

  @Inject
  @ConfigProperty(name = "openpriorauth.language.rest-after-failures")
  int restAfter;

  @Inject
  @ConfigProperty(name = "openpriorauth.language.rest-seconds")
  long restSeconds;

  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  private static final class Line {
    private final Semaphore free;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    Line(int atOnce) {
      free = new Semaphore(atOnce);
    }

    synchronized boolean rests(Instant now) {
      return now.isBefore(restsUntil);
    }

    synchronized void note(boolean failed, int most, Instant until) {
      failures = failed ? failures + 1 : 0;
      if (failures >= most) {
        // One more failure after the rest begins the next.
        failures = most - 1;
        restsUntil = until;
      }
    }
  }

  /** Asks as often as it may help, unless the endpoint rests. */
  public Reply through(String endpoint, Supplier<Reply> call) {
    Line line = line(endpoint);
    return line.rests(clock.instant())
        ? Reply.without(Outcome.NOT_REACHED)
        : on(line, () -> tried(call));
  }

  /** Asks once, whether the endpoint rests or not: somebody waits, and wants to know. */
  public Reply once(String endpoint, Supplier<Reply> call) {
    return on(line(endpoint), call);
  }

  private Line line(String endpoint) {
    return lines.computeIfAbsent(endpoint, e -> new Line(atOnce));
  }

  /** Who finds no free line is told that it is busy. */
  private Reply on(Line line, Supplier<Reply> call) {
    if (!line.free.tryAcquire()) {
      return Reply.without(Outcome.OVERLOADED);
    }
    try {
      Reply reply = call.get();
      Instant until = clock.instant().plusSeconds(restSeconds);
      line.note(reply.outcome() == Outcome.NOT_REACHED, restAfter, until);
      return reply;
    } finally {
      line.free.release();
    }
  }

  private Reply tried(Supplier<Reply> call) {
    Reply reply = call.get();
    for (int i = 1; i < tries && reply.outcome().passing(); i++) {
      Duration pause = Duration.ofMillis(firstPauseMillis << (2 * (i - 1)));
      if (reply.retryAfter() != null && reply.retryAfter().compareTo(pause) > 0) {
        pause = reply.retryAfter();
      }
      if (pause.compareTo(LONGEST_PAUSE) > 0 || !waited(pause)) {
        return reply;
      }
      reply = call.get();
    }
    return reply;
  }

  private static boolean waited(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
