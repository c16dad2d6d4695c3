package org.openpriorauth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.keys.KeyWrapping.Purpose;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/** Wraps with the provider that the site chose, and opens with the one that wrapped. */
@ApplicationScoped
public class Wrappings {
  private static final char OF = ':';

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.wrapping")
  String chosen;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.environment")
  String environment;

  private List<KeyWrapping> all;

  @Inject
  void all(@Any Instance<KeyWrapping> found) {
    all = found.stream().toList();
  }

  /** For tests, which have no container. */
  static Wrappings of(String environment, KeyWrapping... all) {
    Wrappings wrappings = new Wrappings();
    wrappings.chosen = all[0].provider();
    wrappings.environment = environment;
    wrappings.all = Arrays.asList(all);
    return wrappings;
  }

  /** A wrapped key's bytes and who wrapped them, as {@link WrappedKey} has them. */
  record Wrapped(byte[] bytes, String by) {}

  /** The master key that wraps from now on. */
  String present() {
    return chosen + OF + provider(chosen).master();
  }

  /**
   * Opens what it wrapped before anybody relies on it: who may wrap may not always unwrap.
   *
   * @throws MasterKeyException if the provider does not do both
   */
  Wrapped wrap(String kind, String id, byte[] key) {
    KeyWrapping wrapping = provider(chosen);
    Purpose purpose = new Purpose(environment, kind, id);
    String master = wrapping.master();
    byte[] wrapped = wrapping.wrap(key, purpose);
    if (!MessageDigest.isEqual(key, wrapping.unwrap(master, wrapped, purpose))) {
      throw new MasterKeyException(chosen + OF + master + " does not give back what it wrapped.");
    }
    return new Wrapped(wrapped, chosen + OF + master);
  }

  /**
   * @throws MasterKeyException if it does not open, whatever the reason
   */
  byte[] unwrap(WrappedKey key) {
    int of = key.wrappedBy().indexOf(OF);
    String provider = key.wrappedBy().substring(0, of);
    String master = key.wrappedBy().substring(of + 1);
    try {
      Purpose purpose = new Purpose(environment, key.kind(), key.id());
      return provider(provider).unwrap(master, key.wrapped(), purpose);
    } catch (MasterKeyException e) {
      throw new MasterKeyException(
          ("Key %s of the key ring, wrapped by %s, does not open in environment \"%s\""
                  + " (openpriorauth.keys.environment): %s")
              .formatted(key.id(), key.wrappedBy(), environment, e.getMessage()),
          e);
    }
  }

  private KeyWrapping provider(String name) {
    return all.stream()
        .filter(wrapping -> wrapping.provider().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MasterKeyException(
                    "openpriorauth.keys.wrapping is file, vault or kms, and not " + name + "."));
  }
}
