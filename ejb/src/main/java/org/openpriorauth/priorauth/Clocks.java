package org.openpriorauth.priorauth;

import java.time.Duration;
import java.time.Instant;

/**
 * The two clocks of a request: ours from the day it was made to the proof that the payer has it,
 * the payer's from that proof to its first determination. Computed from history and now, never
 * stored.
 *
 * @param submittedAt null while the payer does not have it
 * @param dueAt when the payer must have determined (CMS-0057-F for impacted payers: 72 hours
 *     expedited, 7 calendar days standard; else the contract's figure); null before submission
 * @param state not_started, on_track, at_risk, breached or stopped
 */
public record Clocks(
    Instant createdAt, Instant submittedAt, Instant dueAt, Instant determinedAt, String state) {
  /** With less than this part of the time left, the payer should be called. */
  private static final int AT_RISK_PART = 4;

  /**
   * @param allowed the payer's time for a request of this urgency
   */
  public static Clocks of(
      Instant createdAt, Instant submittedAt, Instant determinedAt, Duration allowed, Instant now) {
    if (submittedAt == null) {
      return new Clocks(createdAt, null, null, determinedAt, "not_started");
    }
    Instant due = submittedAt.plus(allowed);
    Instant until = determinedAt == null ? now : determinedAt;
    String state;
    if (until.isAfter(due)) {
      state = "breached";
    } else if (determinedAt != null) {
      state = "stopped";
    } else {
      Duration left = Duration.between(now, due);
      state = left.compareTo(allowed.dividedBy(AT_RISK_PART)) < 0 ? "at_risk" : "on_track";
    }
    return new Clocks(createdAt, submittedAt, due, determinedAt, state);
  }
}
