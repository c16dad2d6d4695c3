package org.openpriorauth.alerts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.openpriorauth.identity.EmergencySettings;

/** Ready when the settings of alerts and emergency access can be read: a slip must not hide any. */
@Readiness
@ApplicationScoped
public class SafeguardsReady implements HealthCheck {
  private static final String NAME = "safeguard-settings";

  @Inject AlertSettings alerts;
  @Inject EmergencySettings emergencies;

  @Override
  public HealthCheckResponse call() {
    try {
      alerts.read();
      emergencies.lasts();
      return HealthCheckResponse.up(NAME);
    } catch (RuntimeException e) {
      return HealthCheckResponse.named(NAME).down().withData("why", e.getMessage()).build();
    }
  }
}
