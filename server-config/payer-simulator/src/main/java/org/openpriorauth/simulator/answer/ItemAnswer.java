package org.openpriorauth.simulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.simulator.adjudication.ItemPlan;
import org.openpriorauth.simulator.adjudication.ReviewAction;
import org.openpriorauth.simulator.adjudication.Verdict;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;
import org.openpriorauth.simulator.wire.Pas;

/** One item of a ClaimResponse; for a modified one also the item that is authorized instead. */
final class ItemAnswer {
  private final JsonNode asked;
  private final ItemPlan plan;
  private final Verdict verdict;
  private final Case about;
  private final ProcessNotes notes;

  ItemAnswer(JsonNode asked, ItemPlan plan, Case about, ProcessNotes notes) {
    this.asked = asked;
    this.plan = plan;
    this.verdict = about.verdict(plan);
    this.about = about;
    this.notes = notes;
  }

  ObjectNode item() {
    ObjectNode item = Json.object();
    ArrayNode extensions = shared();
    requestedDate().ifPresent(extensions::add);
    if (verdict.action().open()) {
      extensions.add(
          Fhir.extensionOf(Pas.ADMINISTRATION_NUMBER, "valueString", about.administration()));
    }
    if (!about.previous().isEmpty()) {
      extensions.add(Fhir.extensionOf(Pas.AUTHORIZATION_NUMBER, "valueString", about.previous()));
    }
    if (verdict.action() == ReviewAction.APPROVED
        || verdict.action() == ReviewAction.PARTLY_APPROVED) {
      extensions.add(authorizedDetail());
    }
    if (!extensions.isEmpty()) {
      item.set("extension", extensions);
    }
    item.put("itemSequence", plan.sequence());
    if (!verdict.reason().isEmpty()) {
      item.putArray("noteNumber").add(notes.add(verdict.reason()));
    }
    item.putArray("adjudication").add(Adjudication.of(about, verdict.action(), verdict));
    return item;
  }

  /** spec-36: A6 goes with an added item of the same sequence that says what is authorized. */
  Optional<ObjectNode> addedItem() {
    if (verdict.action() != ReviewAction.MODIFIED) {
      return Optional.empty();
    }
    ObjectNode item = Json.object();
    ArrayNode extensions = shared();
    extensions.add(
        Fhir.extensionOf(Pas.ITEM_CATEGORY, "valueCodeableConcept", asked.path("category")));
    item.set("extension", extensions);
    item.putArray("itemSequence").add(plan.sequence());
    item.set("productOrService", asked.path("productOrService"));
    for (String name : List.of("modifier", "servicedDate", "servicedPeriod")) {
      if (asked.has(name)) {
        item.set(name, asked.path(name));
      }
    }
    item.set("quantity", quantity());
    item.putArray("adjudication").add(Adjudication.of(about, ReviewAction.APPROVED, verdict));
    return Optional.of(item);
  }

  private ArrayNode shared() {
    ArrayNode extensions = Json.array();
    for (JsonNode extension : Fhir.list(asked, "extension")) {
      if (Pas.TRACE_NUMBER.equals(Fhir.text(extension, "url"))) {
        extensions.add(extension);
      }
    }
    if (verdict.action().authorizes()) {
      extensions.add(Fhir.extensionOf(Pas.ISSUE_DATE, "valueDate", Dates.date(about.at())));
      extensions.add(Fhir.extensionOf(Pas.PERIOD, "valuePeriod", ClaimResponse.period(about.at())));
    }
    return extensions;
  }

  private Optional<ObjectNode> requestedDate() {
    if (asked.has("servicedPeriod")) {
      return Optional.of(
          Fhir.extensionOf(Pas.REQUESTED_DATE, "valuePeriod", asked.path("servicedPeriod")));
    }
    return asked.has("servicedDate")
        ? Optional.of(
            Fhir.extensionOf(Pas.REQUESTED_DATE, "valueDateTime", asked.path("servicedDate")))
        : Optional.empty();
  }

  private ObjectNode authorizedDetail() {
    ObjectNode detail = Json.object().put("url", Pas.AUTHORIZED_DETAIL);
    ArrayNode parts = detail.putArray("extension");
    parts.add(
        Fhir.extensionOf(
            "productOrServiceCode", "valueCodeableConcept", asked.path("productOrService")));
    parts.add(Fhir.extensionOf("quantity", "valueQuantity", quantity()));
    return detail;
  }

  private ObjectNode quantity() {
    ObjectNode quantity =
        asked.path("quantity").isObject() ? asked.path("quantity").deepCopy() : Json.object();
    BigDecimal units = verdict.units() != null ? verdict.units() : plan.units();
    return quantity.put("value", units == null ? BigDecimal.ONE : units);
  }
}
