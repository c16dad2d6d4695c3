package org.openpriorauth.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.openpriorauth.audit.model.AuditRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.wire.json.Json;

/**
 * Writes down each call of a door by a known caller, beside what it did: that one is written with
 * the deed, this one when the answer is known.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallTrail {
  @Inject AuditRepository trail;
  @Inject ClinicScope scope;
  @Inject Clock clock;

  /**
   * @param outcome done or refused
   */
  public void append(Audited call, String outcome) {
    scope.enter(call.caller().clinic());
    trail.append(call, outcome, Json.text(call.detail()), clock.instant());
  }
}
