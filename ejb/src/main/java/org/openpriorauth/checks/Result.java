package org.openpriorauth.checks;

import java.time.Instant;

/**
 * A check's answer beside the one of the last nightly run.
 *
 * @param at when it was looked at
 * @param before null if no run was noted
 */
public record Result(Topic topic, Finding finding, Instant at, Before before) {
  /** How it came out in a nightly run. */
  public record Before(Status status, Instant at) {}

  public Status status() {
    return finding.status();
  }

  public boolean worse() {
    return before != null && status().worseThan(before.status());
  }
}
