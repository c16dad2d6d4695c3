package org.openpriorauth.simulator.ledger;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One line a happening on standard output: ids and words, never people. */
public final class Log {
  private static final int LONGEST = 100;

  private Log() {}

  /** Says a line; values come from strangers, so control characters and length are cut. */
  public static void say(String pattern, Object... values) {
    Object[] safe = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      String text = String.valueOf(values[i]).replaceAll("\\p{Cntrl}", "?");
      safe[i] = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
    System.out.println(
        Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + MessageFormat.format(pattern, safe));
  }
}
