package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.openpriorauth.kernel.Caller;

/** The addresses of the clinic's payers: certificates, protocol, and their clocks. */
@ApplicationScoped
public class PayersCheck implements Check {
  @Inject Endpoints endpoints;
  @Inject ClinicFacts facts;
  @Inject Clock clock;

  @Override
  public Topic topic() {
    return Topic.PAYERS;
  }

  @Override
  public Finding look(Caller caller) {
    List<URI> addresses =
        facts.payers(caller).stream().flatMap(CertificatesCheck::address).distinct().toList();
    return EndpointRules.judge("payers' addresses", endpoints.look(addresses), clock.instant());
  }
}
