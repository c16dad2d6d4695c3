package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * A query by example that has passed the structural checks. What is empty does not narrow.
 *
 * @param identifier the inquiry's own transaction id, a FHIR Identifier
 * @param claimIdentifiers the inquiry's trace numbers; they narrow only when they are a request's
 * @param requestor every number of who asks
 * @param insurer every number of who is asked
 * @param memberId the insured person's number
 * @param authorizations authorization numbers asked for (REF-BB)
 * @param administrations administration numbers asked for (REF-NT)
 * @param traces item trace numbers asked for
 * @param codes service codes asked for
 * @param actions review actions asked for
 */
public record Inquiry(
    JsonNode identifier,
    List<String> claimIdentifiers,
    Set<String> requestor,
    Set<String> insurer,
    String memberId,
    Set<String> authorizations,
    Set<String> administrations,
    Set<String> traces,
    Set<String> codes,
    Set<String> actions) {}
