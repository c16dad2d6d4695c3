package org.openpriorauth.simulator.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.simulator.wire.Bundle;

/**
 * A request that has passed all structural checks, in the payer's words.
 *
 * @param bundle what was received
 * @param bundleIdentifier the sender's transaction id, as {@code system|value}
 * @param claimIdentifiers the request's trace numbers, as {@code system|value}
 * @param requestor every number of the organisation or role that asks
 * @param insurer every number of the payer that is asked
 * @param sender ISA06 of the sending system; empty when the request does not say
 * @param memberId the insured person's number
 * @param priority code of the process priority, e.g. {@code stat}
 * @param diagnoses diagnosis codes in order
 * @param items what is asked for
 * @param prior trace numbers of the version that this one replaces; empty for a new request
 * @param cancelsAll whether the whole authorization is taken back
 * @param digest of the content without the envelope: equal for a repeated delivery only
 */
public record AuthorizationRequest(
    Bundle bundle,
    String bundleIdentifier,
    List<String> claimIdentifiers,
    Set<String> requestor,
    Set<String> insurer,
    String sender,
    String memberId,
    String priority,
    List<String> diagnoses,
    List<RequestedItem> items,
    Optional<List<String>> prior,
    boolean cancelsAll,
    String digest) {}
