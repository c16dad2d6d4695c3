package org.openpriorauth.chart.model;

import java.util.Locale;

/** How far the reading of a document has come. */
public enum DocumentState {
  /** Stored; its reading is under way or waits. */
  QUEUED,
  READ,
  /** It broke the reader more than once and is kept away from it. */
  QUARANTINED,
  /** It cannot be read, for a reason that a person can mend: a password, a cut-off file. */
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DocumentState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
