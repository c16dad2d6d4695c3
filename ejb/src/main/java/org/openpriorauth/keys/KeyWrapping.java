package org.openpriorauth.keys;

import java.nio.charset.StandardCharsets;

/**
 * A master key that is kept outside the database and wraps the keys inside it. Which one serves is
 * the site's choice ({@link Wrappings}); what another one wrapped can still be opened while that
 * one is set up.
 */
public interface KeyWrapping {
  /**
   * What a key is wrapped for. It is authenticated with the key: a key does not open under another
   * name, for another use, or in another environment than it was made in.
   *
   * @param environment as in {@code openpriorauth.keys.environment}
   * @param kind data or index
   * @param id of the key in the ring
   */
  record Purpose(String environment, String kind, String id) {
    /** As associated data. */
    public byte[] bytes() {
      return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** No part of it can be told to be two: slashes are doubled in the environment's name. */
    @Override
    public String toString() {
      return "openpriorauth/" + environment.replace("/", "//") + "/" + kind + "/" + id;
    }
  }

  /** How the site names it: file, vault or kms. */
  String provider();

  /**
   * The master key that wraps now, as the provider names it.
   *
   * @throws MasterKeyException if a setting is missing
   */
  String master();

  /**
   * @throws MasterKeyException if the provider does not answer, or refuses
   */
  byte[] wrap(byte[] key, Purpose purpose);

  /**
   * @param master that wrapped it
   * @throws MasterKeyException if the provider does not answer or refuses, or the bytes or the
   *     purpose are others
   */
  byte[] unwrap(String master, byte[] wrapped, Purpose purpose);
}
