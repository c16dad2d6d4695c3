package org.openpriorauth.audit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.audit.model.AuditSearch.Line;
import org.openpriorauth.wire.json.Json;

/**
 * An event of the audit trail on the wire.
 *
 * @param actorName null for the machine, and for who is not of the clinic
 */
public record EventJson(
    UUID id,
    Instant at,
    UUID actor,
    String actorName,
    String action,
    String subject,
    UUID subjectId,
    String outcome,
    String door,
    String requestId,
    String address,
    String agent,
    JsonNode detail) {
  static EventJson of(Line line) {
    return new EventJson(
        line.id(),
        line.at(),
        line.actor(),
        line.name(),
        line.action(),
        line.subject(),
        line.subjectId(),
        line.outcome(),
        line.door(),
        line.requestId(),
        line.address(),
        line.agent(),
        Json.read(line.detail().getBytes(StandardCharsets.UTF_8), JsonNode.class));
  }
}
