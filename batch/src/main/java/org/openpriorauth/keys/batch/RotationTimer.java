package org.openpriorauth.keys.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.keys.KeyRotationService;
import org.openpriorauth.operations.JobConsole;

/**
 * Starts the rotation on the night on which it is due, or goes on with one that was cut off. On
 * every node: of two that rotate at once one makes the key, and they share the walk.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RotationTimer {
  private static final Logger LOG = System.getLogger(RotationTimer.class.getName());

  @Inject KeyRotationService rotation;
  @Inject JobConsole console;

  @Schedule(hour = "3", minute = "17", persistent = false)
  void rotate() {
    try {
      Caller machine = Caller.machine("timer", "operations:change", "operations:read");
      if (rotation.due(machine)) {
        console.start(machine, "rotate-keys", Map.of());
      }
    } catch (RuntimeException e) {
      // Payara ends a timer whose method throws.
      LOG.log(Level.WARNING, "the key rotation did not start, tomorrow is another night", e);
    }
  }
}
