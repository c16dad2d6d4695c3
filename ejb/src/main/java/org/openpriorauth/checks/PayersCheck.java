package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.network.Outbound;

/**
 * The addresses of the clinic's payers and of its language model: certificates, protocol, and their
 * clocks.
 */
@ApplicationScoped
public class PayersCheck implements Check {
  /** Asked side by side; a clinic with more has them looked at by whoever runs the proxy. */
  private static final int MOST = 30;

  @Inject Endpoints endpoints;
  @Inject ClinicFacts facts;
  @Inject Outbound outbound;
  @Inject Clock clock;

  @Override
  public Topic topic() {
    return Topic.PAYERS;
  }

  @Override
  public Finding look(Caller caller) {
    Map<Boolean, List<URI>> addresses =
        facts.addresses(caller).stream()
            .flatMap(CertificatesCheck::address)
            .distinct()
            .limit(MOST)
            .collect(Collectors.partitioningBy(outbound::wholly));
    List<Endpoints.Seen> seen = new ArrayList<>(endpoints.look(addresses.get(true)));
    for (URI barred : addresses.get(false)) {
      seen.add(Endpoints.refused(barred, "is where this installation does not connect to"));
    }
    return EndpointRules.judge(
        "addresses of payers and of a language model", seen, clock.instant());
  }
}
