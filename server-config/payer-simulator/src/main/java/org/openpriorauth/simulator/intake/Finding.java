package org.openpriorauth.simulator.intake;

/**
 * One thing that is wrong with what was received.
 *
 * @param code FHIR issue type, e.g. {@code required}
 * @param expression FHIRPath of the element, starting at the Bundle; empty when none applies
 * @param diagnostics one sentence for the sender: no internals, and no data of the patient
 */
public record Finding(String code, String expression, String diagnostics) {}
