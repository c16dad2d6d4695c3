package org.openpriorauth.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From when on something is suspicious, as the site says. */
@ApplicationScoped
public class AlertSettings {
  private static final String PREFIX = "openpriorauth.alerts.";
  private static final int MINUTES_A_DAY = 1440;
  private static final int MOST = 100_000;
  private static final int LAST_HOUR = 24;
  private static final int MOST_DAYS = 30;

  // As text: what is no number is to be named, and not to keep the server from starting.
  @Inject
  @ConfigProperty(name = PREFIX + "stretch-minutes")
  String stretchMinutes;

  @Inject
  @ConfigProperty(name = PREFIX + "patients")
  String patients;

  @Inject
  @ConfigProperty(name = PREFIX + "refusals")
  String refusals;

  @Inject
  @ConfigProperty(name = PREFIX + "day-begins")
  String dayBegins;

  @Inject
  @ConfigProperty(name = PREFIX + "day-ends")
  String dayEnds;

  @Inject
  @ConfigProperty(name = PREFIX + "usual-days")
  String usualDays;

  /**
   * @param stretch what is counted together
   * @param patients different patients in a stretch, from which on it is many
   * @param refusals in a stretch, from which on it is many
   * @param begins the first usual hour of a clinic's day, 0 to 23
   * @param ends the hour from which on it is not usual any more, after {@code begins}
   * @param usualDays on so many days of the last 30 somebody came at odd hours whose work it is
   */
  public record Limits(
      Duration stretch, int patients, int refusals, int begins, int ends, int usualDays) {}

  /**
   * @throws IllegalStateException that names the setting which is out of its range
   */
  public Limits read() {
    Limits limits =
        new Limits(
            Duration.ofMinutes(number("stretch-minutes", stretchMinutes, 10, MINUTES_A_DAY)),
            number("patients", patients, 2, MOST),
            number("refusals", refusals, 2, MOST),
            number("day-begins", dayBegins, 0, LAST_HOUR - 1),
            number("day-ends", dayEnds, 1, LAST_HOUR),
            number("usual-days", usualDays, 1, MOST_DAYS));
    if (limits.ends() <= limits.begins()) {
      throw new IllegalStateException(PREFIX + "day-ends is later than day-begins.");
    }
    return limits;
  }

  private static int number(String name, String said, int least, int most) {
    if (!said.matches("\\d{1,6}")
        || Integer.parseInt(said) < least
        || Integer.parseInt(said) > most) {
      throw new IllegalStateException(
          "%s%s is a number, %d to %d.".formatted(PREFIX, name, least, most));
    }
    return Integer.parseInt(said);
  }
}
