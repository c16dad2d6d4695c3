package org.openpriorauth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.openpriorauth.audit.model.AuditRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.wire.json.Json;

/** Writes what was done, in the transaction that did it. */
@ApplicationScoped
public class AuditTrail {
  @Inject AuditRepository trail;
  @Inject Clock clock;

  void write(@Observes Audited event) {
    trail.append(event, "done", Json.text(event.detail()), clock.instant());
  }
}
