package org.openpriorauth.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same thing done by several callers side by side, each as fast as it is answered. */
final class Load {
  private Load() {}

  /** One caller's next call. */
  interface Call {
    void make() throws Exception;
  }

  /**
   * What came of it.
   *
   * @param perSecond calls that were answered
   * @param p95 milliseconds
   */
  record Outcome(double perSecond, double p95) {}

  /** Every caller runs until the time is over; the first failure ends the measurement. */
  static Outcome of(List<? extends Call> callers, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Callable<List<Long>>> tasks = new ArrayList<>();
    for (Call caller : callers) {
      tasks.add(() -> repeat(caller, end));
    }
    List<Long> nanos = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(callers.size());
    try {
      for (Future<List<Long>> done : threads.invokeAll(tasks)) {
        nanos.addAll(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Outcome(
        sorted.length / (time.toNanos() / 1e9), sorted[(int) (sorted.length * 0.95)] / 1e6);
  }

  private static List<Long> repeat(Call caller, long end) throws Exception {
    List<Long> nanos = new ArrayList<>();
    for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
      caller.make();
      nanos.add(System.nanoTime() - begun);
    }
    return nanos;
  }
}
