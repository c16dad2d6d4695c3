package org.openpriorauth.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one clock, in microseconds as PostgreSQL keeps them; the domain takes times as arguments. */
@ApplicationScoped
public class ClockProducer {
  @Produces
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}
