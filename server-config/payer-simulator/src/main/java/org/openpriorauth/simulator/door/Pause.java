package org.openpriorauth.simulator.door;

import java.util.concurrent.TimeUnit;

/** Waiting on purpose: being slow is one of this payer's behaviours. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(Math.max(0, millis));
    } catch (InterruptedException e) {
      // The process is being stopped; answer at once.
      Thread.currentThread().interrupt();
    }
  }
}
