package org.openpriorauth.wire.pdf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Titles, section heads and dates, one way for all parts. */
public final class Headings {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  private Headings() {}

  public static void title(Flow flow, Look look, String text) {
    flow.lines(Line.wrap(new Run(text, look.title), Look.WIDTH));
    flow.gap(10);
  }

  /** A section's head with a rule under it; it takes the first lines of its section along. */
  public static void section(Flow flow, Look look, String text) {
    flow.gap(18);
    flow.need(72);
    flow.lines(Line.wrap(new Run(text, look.heading), Look.WIDTH));
    flow.gap(2);
    flow.sheet().rule(Look.LEFT, flow.y(), Look.WIDTH, Look.HAIRLINE);
    flow.gap(7);
  }

  /** Empty if there is none. */
  public static String date(LocalDate date) {
    return date == null ? "" : DATE.format(date);
  }
}
