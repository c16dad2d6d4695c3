package org.openpriorauth.alerts.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What a rule found in the audit trail.
 *
 * @param who what makes it one incident: a person or key, an address, a record
 * @param actor the person or key, or null where only an address is known
 * @param address from where, or null
 * @param subject the record that it is about, or null
 * @param times what the rule counts: patients, refusals, readings
 */
public record Suspicion(
    String who,
    UUID actor,
    String address,
    UUID subject,
    Instant first,
    Instant last,
    long times) {}
