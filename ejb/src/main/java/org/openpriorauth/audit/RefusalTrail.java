package org.openpriorauth.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.openpriorauth.audit.model.AuditRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.wire.json.Json;

/** Writes down what was refused, in its own transaction: the refused one rolls back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefusalTrail {
  @Inject AuditRepository trail;
  @Inject ClinicScope scope;
  @Inject Clock clock;

  public void append(Audited event) {
    ClinicId clinic = event.caller().clinic();
    if (clinic != null) {
      scope.enter(clinic);
    }
    trail.append(event, "refused", Json.text(event.detail()), clock.instant());
  }
}
