package org.openpriorauth.wire.fhir;

/**
 * A number together with who gave it.
 *
 * @param system the URI of the numbers' issuer; empty when a payer's answer does not say
 * @param value the number
 */
public record PasIdentifier(String system, String value) {}
