package org.openpriorauth.wire.fhir;

import java.util.List;

/**
 * A query by example (PAS, {@code Claim/$inquire}): what the payer has about this patient from this
 * clinic. What is null or empty does not narrow it.
 *
 * @param transaction the inquiry's own numbers; a request's trace number is looked up by giving it
 * @param authorizationNumber REF-BB, or null
 * @param administrationNumber REF-NT, the number of a pended request, or null
 * @param services what was asked for
 */
public record PasInquiry(
    PasTransaction transaction,
    PasParties parties,
    String authorizationNumber,
    String administrationNumber,
    List<PasRequest.Service> services) {
  public PasInquiry {
    services = List.copyOf(services);
  }
}
