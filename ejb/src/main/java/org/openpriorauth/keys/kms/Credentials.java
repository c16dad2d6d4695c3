package org.openpriorauth.keys.kms;

import java.time.Instant;
import java.util.Optional;

/**
 * Who signs.
 *
 * @param sessionToken of short-lived credentials
 * @param until when they end; {@link Instant#MAX} for those that do not
 */
record Credentials(
    String accessKey, String secretKey, Optional<String> sessionToken, Instant until) {
  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "Credentials[" + accessKey + "]";
  }
}
