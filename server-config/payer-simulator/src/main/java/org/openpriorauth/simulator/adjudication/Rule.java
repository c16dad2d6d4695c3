package org.openpriorauth.simulator.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.openpriorauth.simulator.intake.AuthorizationRequest;
import org.openpriorauth.simulator.intake.RequestedItem;
import org.openpriorauth.simulator.wire.Fhir;

/**
 * One line of the payer's policy. A condition that is absent always holds.
 *
 * @param id name of the rule
 * @param codes service codes; empty for any
 * @param unitsOver holds when more units are asked for; else null
 * @param unitsUpTo holds when that many or fewer are asked for, or none named; else null
 * @param diagnoses prefixes, one of which some diagnosis must have; empty for any
 * @param document whether a document must, or must not, support the item; null for either
 * @param priority process priority; empty for any
 * @param now verdict in the answer
 * @param later verdict when due; else null
 * @param share part of the units that is authorized; null for what the verdict itself says
 */
record Rule(
    String id,
    List<String> codes,
    BigDecimal unitsOver,
    BigDecimal unitsUpTo,
    List<String> diagnoses,
    Boolean document,
    String priority,
    Verdict now,
    Verdict later,
    BigDecimal share) {

  static Rule of(JsonNode json) {
    JsonNode when = json.path("when");
    return new Rule(
        Fhir.text(json, "id"),
        texts(when, "codes"),
        number(when, "units_over"),
        number(when, "units_up_to"),
        texts(when, "diagnosis_prefixes"),
        when.has("document") ? when.path("document").asBoolean() : null,
        Fhir.text(when, "priority"),
        Verdict.of(json.path("now")),
        json.has("later") ? Verdict.of(json.path("later")) : null,
        number(json, "share_of_units"));
  }

  boolean holds(AuthorizationRequest request, RequestedItem item) {
    return (codes.isEmpty() || codes.contains(item.code()))
        && (unitsOver == null || item.units() != null && item.units().compareTo(unitsOver) > 0)
        && (unitsUpTo == null || item.units() == null || item.units().compareTo(unitsUpTo) <= 0)
        && (diagnoses.isEmpty() || diagnosed(request))
        && (document == null || document == item.documented())
        && (priority.isEmpty() || priority.equals(request.priority()));
  }

  ItemPlan plan(RequestedItem item) {
    return ItemPlan.of(item, id, shared(now, item), later == null ? null : shared(later, item));
  }

  private Verdict shared(Verdict verdict, RequestedItem item) {
    if (share == null || !verdict.action().authorizes() || item.units() == null) {
      return verdict;
    }
    BigDecimal units =
        item.units().multiply(share).setScale(0, RoundingMode.DOWN).max(BigDecimal.ONE);
    return new Verdict(
        verdict.action(), verdict.reasonCode(), verdict.reason(), units, verdict.ask());
  }

  private boolean diagnosed(AuthorizationRequest request) {
    return request.diagnoses().stream().anyMatch(d -> diagnoses.stream().anyMatch(d::startsWith));
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    Fhir.list(node, name).forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private static BigDecimal number(JsonNode node, String name) {
    return node.path(name).isNumber() ? node.path(name).decimalValue() : null;
  }
}
