package org.openpriorauth.simulator.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.simulator.answer.Dates;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;
import org.openpriorauth.simulator.wire.Pas;

/**
 * Notifications in the R4 form of the subscriptions backport: a history Bundle whose first entry is
 * the status Parameters; with full-resource content each event's focus is a nested PAS response
 * Bundle (spec-60, spec-61).
 */
final class NotificationBundle {
  private final String base;
  private final Subscription subscription;

  NotificationBundle(String base, Subscription subscription) {
    this.base = base;
    this.subscription = subscription;
  }

  /**
   * A bundle of one type with the given events and their answers.
   *
   * @param type {@code handshake}, {@code event-notification} or {@code query-event}
   */
  ObjectNode of(String type, Map<Event, JsonNode> events, Instant now) {
    Map<Event, String> focus = new LinkedHashMap<>();
    events.keySet().forEach(e -> focus.put(e, "urn:uuid:" + UUID.randomUUID()));
    ObjectNode bundle = bundle("history", "backport-subscription-notification-r4", now);
    ArrayNode entries = bundle.putArray("entry");
    ObjectNode status = Fhir.entry("urn:uuid:" + UUID.randomUUID(), status(type, focus));
    entries.add(answered(status, "Subscription/" + subscription.id() + "/$status"));
    events.forEach(
        (event, answer) -> {
          ObjectNode nested = answer.deepCopy();
          String id = focus.get(event).substring("urn:uuid:".length());
          nested.put("id", id);
          entries.add(answered(Fhir.entry(focus.get(event), nested), "Bundle/" + id));
        });
    return bundle;
  }

  /** The answer to {@code $status}: a searchset of one status. */
  ObjectNode statusOnly(Instant now) {
    ObjectNode bundle = bundle("searchset", null, now);
    bundle
        .putArray("entry")
        .add(
            Fhir.entry(
                "urn:uuid:" + UUID.randomUUID(), status("query-status", new LinkedHashMap<>())));
    return bundle;
  }

  private static ObjectNode bundle(String type, String profile, Instant now) {
    ObjectNode bundle = Json.object().put("resourceType", "Bundle");
    bundle.put("id", UUID.randomUUID().toString());
    if (profile != null) {
      bundle.putObject("meta").putArray("profile").add(Pas.BACKPORT + profile);
    }
    return bundle.put("type", type).put("timestamp", Dates.instant(now));
  }

  private ObjectNode status(String type, Map<Event, String> focus) {
    ObjectNode status =
        Fhir.resource(
            "Parameters",
            UUID.randomUUID().toString(),
            Pas.BACKPORT + "backport-subscription-status-r4");
    ArrayNode parameters = status.putArray("parameter");
    parameters
        .addObject()
        .put("name", "subscription")
        .set("valueReference", Fhir.reference(base + "/Subscription/" + subscription.id()));
    parameters.addObject().put("name", "topic").put("valueCanonical", Pas.TOPIC);
    parameters.addObject().put("name", "status").put("valueCode", subscription.status());
    parameters.addObject().put("name", "type").put("valueCode", type);
    parameters
        .addObject()
        .put("name", "events-since-subscription-start")
        .put("valueString", String.valueOf(subscription.lastNumber()));
    focus.forEach((event, url) -> parameters.add(event(event, url)));
    return status;
  }

  private static ObjectNode event(Event event, String focus) {
    ObjectNode parameter = Json.object().put("name", "notification-event");
    ArrayNode parts = parameter.putArray("part");
    parts
        .addObject()
        .put("name", "event-number")
        .put("valueString", String.valueOf(event.number()));
    parts.addObject().put("name", "timestamp").put("valueInstant", Dates.instant(event.at()));
    parts.addObject().put("name", "focus").set("valueReference", Fhir.reference(focus));
    return parameter;
  }

  /** A history entry says what was called and how it went (invariants bdl-3, bdl-4). */
  private ObjectNode answered(ObjectNode entry, String url) {
    entry.putObject("request").put("method", "GET").put("url", base + "/" + url);
    entry.putObject("response").put("status", "200");
    return entry;
  }
}
