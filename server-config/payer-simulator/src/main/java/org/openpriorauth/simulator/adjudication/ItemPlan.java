package org.openpriorauth.simulator.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.openpriorauth.simulator.intake.RequestedItem;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;

/**
 * What becomes of one item: the verdict in the answer, and the one that follows when it falls due.
 *
 * @param sequence the item's trace key
 * @param code the service code asked for
 * @param units the units asked for; null when none were named
 * @param traces the item's trace numbers
 * @param rule id of the rule that decided, or {@code control:} and a behaviour
 * @param now the verdict in the answer
 * @param later the verdict when due; null when the first one stays
 */
public record ItemPlan(
    int sequence,
    String code,
    BigDecimal units,
    Set<String> traces,
    String rule,
    Verdict now,
    Verdict later) {

  static ItemPlan of(RequestedItem item, String rule, Verdict now, Verdict later) {
    return new ItemPlan(
        item.sequence(), item.code(), item.units(), item.traces(), rule, now, later);
  }

  /** The verdict that holds before or after the decision. */
  public Verdict verdict(boolean decided) {
    return decided && later != null ? later : now;
  }

  public ObjectNode json() {
    ObjectNode json = Json.object().put("sequence", sequence).put("code", code).put("rule", rule);
    if (units != null) {
      json.put("units", units);
    }
    if (!traces.isEmpty()) {
      traces.forEach(json.putArray("traces")::add);
    }
    json.set("now", now.json());
    if (later != null) {
      json.set("later", later.json());
    }
    return json;
  }

  public static ItemPlan of(JsonNode json) {
    return new ItemPlan(
        json.path("sequence").asInt(),
        Fhir.text(json, "code"),
        json.path("units").isNumber() ? json.path("units").decimalValue() : null,
        Fhir.list(json, "traces").stream().map(JsonNode::asText).collect(Collectors.toSet()),
        Fhir.text(json, "rule"),
        Verdict.of(json.path("now")),
        json.has("later") ? Verdict.of(json.path("later")) : null);
  }
}
