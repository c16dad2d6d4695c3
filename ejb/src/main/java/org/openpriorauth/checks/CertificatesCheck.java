package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.openpriorauth.kernel.Caller;

/** The addresses of the installation's own settings, from the outside. */
@ApplicationScoped
public class CertificatesCheck implements Check {
  private static final List<String> SETTINGS =
      List.of(
          "openpriorauth.public-url",
          "openpriorauth.documents.s3.endpoint",
          "openpriorauth.keys.vault.url",
          "openpriorauth.keys.kms.endpoint");

  @Inject Endpoints endpoints;
  @Inject Config config;
  @Inject Clock clock;

  @Override
  public Topic topic() {
    return Topic.CERTIFICATES;
  }

  @Override
  public Finding look(Caller caller) {
    List<URI> addresses =
        SETTINGS.stream()
            .map(setting -> config.getOptionalValue(setting, String.class))
            .flatMap(Optional::stream)
            .flatMap(CertificatesCheck::address)
            .distinct()
            .toList();
    return EndpointRules.judge("addresses of our own", endpoints.look(addresses), clock.instant());
  }

  /** Nothing if it is none: who uses the setting says so at the start. */
  static Stream<URI> address(String value) {
    try {
      URI address = URI.create(value);
      return address.getHost() == null ? Stream.empty() : Stream.of(address);
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }
}
