package org.openpriorauth.wire.fhir;

import java.net.URI;
import java.time.Instant;

/**
 * A wish to be told of decisions on pended requests (spec-8, spec-57, spec-58, spec-62).
 *
 * @param organization what the payer filters by: in PAS 2.2 the sending system's id, before that
 *     the requesting organization's NPI
 * @param endpoint where notifications are to be posted
 * @param secret the bearer token that the payer is to show there
 * @param end when it lapses by itself, or null
 */
public record PasSubscription(String organization, URI endpoint, String secret, Instant end) {
  public PasSubscription {
    if (!organization.matches("\\S+")) {
      throw new IllegalArgumentException("the organization's id has no blanks");
    }
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "PasSubscription[" + organization + ", " + endpoint + "]";
  }
}
