package org.openpriorauth.reader.document;

import java.time.Duration;

/** The moment when the work on one page should end, for those steps that can look at a clock. */
public final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** From now on. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Milliseconds left, never below zero. */
  public long millisLeft() {
    return Math.max(0, (end - System.nanoTime()) / 1_000_000);
  }

  /** Whether time is up. */
  public boolean passed() {
    return millisLeft() == 0;
  }
}
