package org.openpriorauth.identity.oidc;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the site says of its OpenID provider. */
@ApplicationScoped
public class SignOnSettings {
  private static final Logger LOG = System.getLogger(SignOnSettings.class.getName());

  /** Where a provider may answer without TLS: nobody else hears it. */
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.issuer")
  Optional<String> issuer;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.client-id")
  Optional<String> clientId;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.client-secret")
  Optional<String> clientSecret;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.audience")
  Optional<String> audience;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.scopes")
  String scopes;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.groups-claim")
  String groupsClaim;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.factor")
  String factor;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.sign-out-there")
  boolean signOutThere;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.connect-seconds")
  int connectSeconds;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-on.answer-seconds")
  int answerSeconds;

  private boolean sound;

  /** With what cannot be meant so there is no sign-on, and passwords go on. */
  @PostConstruct
  void look() {
    try {
      read();
      sound = true;
    } catch (IllegalArgumentException e) {
      LOG.log(Level.WARNING, e.getMessage());
    }
  }

  /**
   * @throws IllegalArgumentException if it cannot be meant so
   */
  public void read() {
    if (issuer.isEmpty()) {
      return;
    }
    URI address = URI.create(issuer.get());
    boolean https = "https".equals(address.getScheme());
    boolean here = "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
    if (!https && !here) {
      throw new IllegalArgumentException("openpriorauth.sign-on.issuer begins with https://");
    }
    if (clientId.isEmpty() || clientSecret.isEmpty()) {
      throw new IllegalArgumentException(
          "openpriorauth.sign-on.issuer wants .client-id and .client-secret beside it");
    }
    // Else what says that somebody signed on elsewhere would open our doors to whoever holds it.
    if (audience.equals(clientId)) {
      throw new IllegalArgumentException(
          "openpriorauth.sign-on.audience must not be the client-id");
    }
  }

  Optional<String> issuer() {
    return sound ? issuer : Optional.empty();
  }

  String clientId() {
    return clientId.orElseThrow();
  }

  String clientSecret() {
    return clientSecret.orElseThrow();
  }

  Optional<String> audience() {
    return audience;
  }

  String[] scopes() {
    return scopes.strip().split("\\s+");
  }

  List<String> groupsClaim() {
    return List.of(groupsClaim.split("\\."));
  }

  /** Values that show a second factor, or {@code always}. */
  List<String> factor() {
    return Stream.of(factor.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Whether who signs out here signs out at the provider too. */
  boolean signsOutThere() {
    return issuer().isPresent() && signOutThere;
  }

  Duration connect() {
    return Duration.ofSeconds(connectSeconds);
  }

  Duration answer() {
    return Duration.ofSeconds(answerSeconds);
  }
}
