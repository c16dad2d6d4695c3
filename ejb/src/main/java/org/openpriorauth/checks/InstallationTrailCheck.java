package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.openpriorauth.kernel.Caller;

/** The same for what belongs to no clinic, such as refused sign-ins. */
@ApplicationScoped
public class InstallationTrailCheck implements Check {
  @Inject InstallationFacts facts;
  @Inject Clock clock;

  @Override
  public Topic topic() {
    return Topic.INSTALLATION_TRAIL;
  }

  @Override
  public Finding look(Caller caller) {
    return TrailCheck.judge(facts.trail(caller), clock.instant());
  }
}
