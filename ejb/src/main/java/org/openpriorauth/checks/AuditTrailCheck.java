package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.openpriorauth.kernel.Caller;

/** The clinic's audit trail: sealed, and held against its seals. */
@ApplicationScoped
public class AuditTrailCheck implements Check {
  @Inject ClinicFacts facts;
  @Inject Clock clock;

  @Override
  public Topic topic() {
    return Topic.AUDIT_TRAIL;
  }

  @Override
  public Finding look(Caller caller) {
    return TrailCheck.judge(facts.trail(caller), clock.instant());
  }
}
