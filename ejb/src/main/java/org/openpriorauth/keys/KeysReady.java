package org.openpriorauth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the ring's keys are in hand: a wrong setting shows at the start, and not with the
 * first patient. What is wrong goes to the log, which names the setting; health is for everybody.
 */
@Readiness
@ApplicationScoped
public class KeysReady implements HealthCheck {
  private static final Logger LOG = System.getLogger(KeysReady.class.getName());
  private static final String NAME = "key-ring";

  @Inject KeyRing ring;

  private volatile String said;

  @Override
  public HealthCheckResponse call() {
    try {
      ring.current();
      return HealthCheckResponse.up(NAME);
    } catch (RuntimeException e) {
      if (!Objects.equals(said, e.getMessage())) {
        said = e.getMessage();
        LOG.log(Level.ERROR, "the key ring does not open", e);
      }
      return HealthCheckResponse.named(NAME)
          .down()
          .withData("why", "The key ring does not open; the server's log says why.")
          .build();
    }
  }
}
