package org.openpriorauth.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when mail, if it goes out at all, goes out as the settings may want it to. */
@Readiness
@ApplicationScoped
public class MailReady implements HealthCheck {
  private static final String NAME = "mail-settings";

  @Inject SmtpMessenger messenger;

  @Override
  public HealthCheckResponse call() {
    return messenger
        .fault()
        .map(why -> HealthCheckResponse.named(NAME).down().withData("why", why).build())
        .orElseGet(() -> HealthCheckResponse.up(NAME));
  }
}
