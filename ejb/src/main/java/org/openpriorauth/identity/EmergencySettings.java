package org.openpriorauth.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the site says of emergency access. */
@ApplicationScoped
public class EmergencySettings {
  private static final String MINUTES = "openpriorauth.emergency.minutes";
  private static final int SHORTEST = 5;
  private static final int LONGEST = 240;

  // As text: what is no number is to be named, and not to keep the server from starting.
  @Inject
  @ConfigProperty(name = MINUTES)
  String said;

  /**
   * How long an emergency access is open, unless it is ended before.
   *
   * @throws IllegalStateException for a setting out of its range
   */
  public Duration lasts() {
    if (!said.matches("\\d{1,3}")
        || Integer.parseInt(said) < SHORTEST
        || Integer.parseInt(said) > LONGEST) {
      throw new IllegalStateException(
          "%s is minutes, %d to %d.".formatted(MINUTES, SHORTEST, LONGEST));
    }
    return Duration.ofMinutes(Integer.parseInt(said));
  }
}
