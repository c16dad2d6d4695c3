package org.openpriorauth.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;

/** A measured figure, said in one line that a person finds in a long log. */
final class Figure {
  private Figure() {}

  /** The middle of an odd number of rounds. */
  static double median(double... rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Reported only. */
  static void report(String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "FIGURE %s: %.2f %s%n", name, value, unit);
  }

  /** Reported, and held to a limit. */
  static void atMost(double limit, String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "FIGURE %s: %.2f %s (at most %s)%n", name, value, unit, limit);
    assertThat(value).as(name).isLessThanOrEqualTo(limit);
  }

  /** Reported, and held to a limit. */
  static void atLeast(double limit, String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "FIGURE %s: %.2f %s (at least %s)%n", name, value, unit, limit);
    assertThat(value).as(name).isGreaterThanOrEqualTo(limit);
  }
}
