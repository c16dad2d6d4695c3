package org.openpriorauth.story;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks until the answer is the awaited one, or the deadline is over. */
final class Eventually {
  private Eventually() {}

  static <T> T get(Duration deadline, Supplier<T> ask, Predicate<T> awaited) {
    Instant end = Instant.now().plus(deadline);
    T answer = ask.get();
    while (!awaited.test(answer)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Not after " + deadline + ": " + answer);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      answer = ask.get();
    }
    return answer;
  }

  /** Asks all the time; the answer must never be no. */
  static void holds(Duration time, BooleanSupplier ask) {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      if (!ask.getAsBoolean()) {
        throw new AssertionError("It did not hold for " + time);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
