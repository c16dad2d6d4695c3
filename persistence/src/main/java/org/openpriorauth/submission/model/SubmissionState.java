package org.openpriorauth.submission.model;

import java.util.Locale;

/** How far a packet is on its way. */
public enum SubmissionState {
  QUEUED,
  /** A message may be at the payer: whoever finds it so, looks before sending again. */
  IN_PROGRESS,
  /** Nobody knows whether it arrived; it is being looked up. */
  UNKNOWN,
  /** The payer has it, with proof, and works on it. */
  CONFIRMED,
  /** The payer has decided all of it. */
  DECIDED,
  /** Surely not accepted: nothing at the payer waits for us. */
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SubmissionState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
