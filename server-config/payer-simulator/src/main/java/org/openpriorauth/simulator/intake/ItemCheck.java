package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Pas;

/** The items of a request: profile-claim, Claim.item (X12 loop 2000F: UM01, UM02, UM03, SV). */
final class ItemCheck {
  private static final Set<String> ORDERS =
      Set.of("ServiceRequest", "MedicationRequest", "DeviceRequest", "NutritionOrder");
  private static final BigDecimal MOST_UNITS = new BigDecimal("1000000000");

  private final Bundle bundle;
  private final Located claim;
  private final Findings findings;
  private final Map<String, Set<Integer>> sequences = new HashMap<>();

  ItemCheck(Bundle bundle, Findings findings) {
    this.bundle = bundle;
    this.claim = bundle.claim();
    this.findings = findings;
    for (String list : List.of("careTeam", "diagnosis", "supportingInfo")) {
      Set<Integer> there = new HashSet<>();
      Fhir.list(claim.resource(), list).forEach(e -> there.add(Fhir.sequence(e)));
      sequences.put(list, there);
    }
  }

  void run() {
    Set<Integer> used = new HashSet<>();
    List<JsonNode> items = Fhir.list(claim.resource(), "item");
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      String path = claim.path() + ".item[" + i + "]";
      int sequence = Fhir.sequence(item);
      findings.rule(
          sequence > 0 && used.add(sequence),
          path + ".sequence",
          "Item sequences are positive and unique (spec-34).");
      coded(item, path);
      order(item, path);
      quantity(item, path);
      modifiers(item, path);
      linked(item, path, "careTeamSequence", "careTeam");
      linked(item, path, "diagnosisSequence", "diagnosis");
      linked(item, path, "informationSequence", "supportingInfo");
    }
  }

  private void coded(JsonNode item, String path) {
    extension(item, path, Pas.REQUEST_TYPE, "the serviceItemRequestType extension (UM01)");
    extension(item, path, Pas.CERTIFICATION_TYPE, "the certificationType extension (UM02)");
    concept(item, path, "category");
    concept(item, path, "productOrService");
    concept(item, path, "locationCodeableConcept");
    String date = Fhir.text(item, "servicedDate");
    findings.value(
        date.isEmpty() || date.length() == 10, path + ".servicedDate", "A full date is needed.");
  }

  private void extension(JsonNode item, String path, String url, String words) {
    findings.required(
        Fhir.extension(item, url)
            .filter(e -> !Fhir.code(e.path("valueCodeableConcept")).isEmpty())
            .isPresent(),
        path + ".extension",
        "An item needs " + words + ".");
  }

  private void concept(JsonNode item, String path, String name) {
    findings.required(
        !Fhir.code(item.path(name)).isEmpty(),
        path + "." + name,
        "An item needs a coded " + name + ".");
  }

  private void order(JsonNode item, String path) {
    Optional<Located> order =
        Fhir.extension(item, Pas.REQUESTED_SERVICE)
            .flatMap(e -> bundle.follow(claim, e.path("valueReference")));
    if (order.isEmpty() || !ORDERS.contains(order.get().type())) {
      findings.add(
          "required", path + ".extension", "An item needs a requestedService that is an order.");
      return;
    }
    boolean intended =
        order.get().type().equals("NutritionOrder") && !order.get().resource().has("intent")
            || "order".equals(Fhir.text(order.get().resource(), "intent"));
    findings.value(intended, order.get().path() + ".intent", "The order's intent must be order.");
  }

  private void quantity(JsonNode item, String path) {
    JsonNode quantity = item.path("quantity");
    if (quantity.isMissingNode()) {
      return;
    }
    BigDecimal value =
        quantity.path("value").isNumber() ? quantity.path("value").decimalValue() : null;
    findings.value(
        value != null && value.signum() > 0 && value.compareTo(MOST_UNITS) < 0,
        path + ".quantity.value",
        "A quantity needs a positive value.");
    findings.required(
        Fhir.says(quantity, "unit") || Fhir.says(quantity, "code"),
        path + ".quantity",
        "A quantity needs a unit or a code (prof-2).");
  }

  /** FHIR: what a modifier does not allow to be ignored, must be understood or refused. */
  private void modifiers(JsonNode item, String path) {
    for (JsonNode modifier : Fhir.list(item, "modifierExtension")) {
      findings.value(
          Pas.INFO_CANCELLED.equals(Fhir.text(modifier, "url")),
          path + ".modifierExtension",
          "The item is changed by a modifier that this payer does not know.");
    }
  }

  private void linked(JsonNode item, String path, String name, String list) {
    Set<Integer> there = sequences.get(list);
    for (JsonNode sequence : Fhir.list(item, name)) {
      findings.rule(
          there.contains(Fhir.positive(sequence)),
          path + "." + name,
          "There is no " + list + " with this sequence.");
    }
  }
}
