package org.openpriorauth.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.openpriorauth.outward.Outward;

/** Ready when what the site says of its network can be read: a slip must not open or close more. */
@Readiness
@ApplicationScoped
public class EdgesReady implements HealthCheck {
  private static final String NAME = "network-settings";

  @Inject CallerAddresses addresses;
  @Inject Origins origins;
  @Inject Outbound outbound;
  @Inject Outward outward;

  @Override
  public HealthCheckResponse call() {
    try {
      addresses.read();
      origins.read();
      outbound.read();
      outward.read();
      return HealthCheckResponse.up(NAME);
    } catch (RuntimeException e) {
      return HealthCheckResponse.named(NAME).down().withData("why", why(e)).build();
    }
  }

  /** The container wraps what a bean says while it is made. */
  private static String why(Throwable thrown) {
    Throwable first = thrown;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.getMessage();
  }
}
