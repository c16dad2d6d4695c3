package org.openpriorauth.simulator.answer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as FHIR writes them, in UTC. */
public final class Dates {
  private Dates() {}

  /** To the millisecond. */
  public static String instant(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  public static String date(Instant at) {
    return at.toString().substring(0, 10);
  }
}
