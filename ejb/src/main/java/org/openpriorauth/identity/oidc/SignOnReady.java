package org.openpriorauth.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.openpriorauth.identity.ProvidedRoles;

/** Ready when what the site says of its sign-on can be read; whether the provider is up is its. */
@Readiness
@ApplicationScoped
public class SignOnReady implements HealthCheck {
  private static final String NAME = "sign-on-settings";

  @Inject SignOnSettings settings;
  @Inject ProvidedRoles roles;

  @Override
  public HealthCheckResponse call() {
    try {
      settings.read();
      roles.read();
      return HealthCheckResponse.up(NAME);
    } catch (IllegalArgumentException e) {
      return HealthCheckResponse.named(NAME).down().withData("why", e.getMessage()).build();
    }
  }
}
