package org.openpriorauth.network;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose pages may read the REST doors' answers in a browser: those that the site names, each by its
 * whole origin. There is no word for everybody.
 */
@ApplicationScoped
public class Origins {
  private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\-:\\[\\]]+");

  @Inject
  @ConfigProperty(name = "openpriorauth.cors.origins")
  Optional<String> named;

  private Set<String> allowed = Set.of();

  /**
   * @throws IllegalArgumentException if the setting names no origins
   */
  @PostConstruct
  public void read() {
    allowed =
        Stream.of(named.orElse("").split("[,\\s]+"))
            .filter(origin -> !origin.isEmpty())
            .map(Origins::checked)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether any page but our own may. */
  public boolean any() {
    return !allowed.isEmpty();
  }

  public boolean allows(String origin) {
    return allowed.contains(origin);
  }

  private static String checked(String origin) {
    if (!ORIGIN.matcher(origin).matches()) {
      throw new IllegalArgumentException("No origin: " + origin);
    }
    return origin;
  }
}
