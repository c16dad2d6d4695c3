package org.openpriorauth.simulator.intake;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One service that is asked for.
 *
 * @param sequence the trace key through request, answer, update and its answer (spec-34)
 * @param code service code, e.g. a CPT or HCPCS code
 * @param units how many; null when the item names no quantity
 * @param documented whether a document supports it
 * @param traces item trace numbers
 * @param cancelled whether this version of the request takes it back (spec-69, spec-70)
 */
public record RequestedItem(
    int sequence,
    String code,
    BigDecimal units,
    boolean documented,
    Set<String> traces,
    boolean cancelled) {}
