package org.openpriorauth.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the chosen stores have the settings they need. Whether a service far away answers is
 * not asked: its rest would take every node out of service, and most work needs no document.
 */
@Readiness
@ApplicationScoped
public class DocumentsReady implements HealthCheck {
  private static final String NAME = "document-store";

  @Inject ChosenStore stores;

  @Override
  public HealthCheckResponse call() {
    try {
      stores.current().open();
      stores.former().ifPresent(DocumentStore::open);
      return HealthCheckResponse.up(NAME);
    } catch (IllegalStateException e) {
      return HealthCheckResponse.named(NAME).down().withData("why", e.getMessage()).build();
    }
  }
}
