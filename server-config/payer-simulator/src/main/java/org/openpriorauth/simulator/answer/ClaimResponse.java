package org.openpriorauth.simulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.openpriorauth.simulator.adjudication.BusinessError;
import org.openpriorauth.simulator.adjudication.ItemPlan;
import org.openpriorauth.simulator.adjudication.ReviewAction;
import org.openpriorauth.simulator.adjudication.Verdict;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;
import org.openpriorauth.simulator.wire.Pas;

/**
 * The ClaimResponse of PAS 2.2: {@code outcome} says only whether processing went through; whether
 * an item is pended stands in its review action.
 */
final class ClaimResponse {
  /** How long an authorization holds. */
  private static final int DAYS = 90;

  private final JsonNode claim;
  private final Case about;
  private final ProcessNotes notes = new ProcessNotes();

  ClaimResponse(Bundle request, Case about) {
    this.claim = request.claim().resource();
    this.about = about;
  }

  ObjectNode build(String profile) {
    ObjectNode response = Fhir.resource("ClaimResponse", about.responseId(), Pas.profile(profile));
    extensions(response);
    response.set("identifier", claim.path("identifier"));
    response.put("status", "active");
    response.set("type", claim.path("type"));
    response.put("use", "preauthorization");
    response.set("patient", claim.path("patient"));
    response.put("created", Dates.instant(about.at()));
    response.set("insurer", claim.path("insurer"));
    response.set("requestor", claim.path("provider"));
    // By number, not by address: the Claim itself is not sent back, and closure must hold.
    response
        .putObject("request")
        .put("type", "Claim")
        .set("identifier", claim.path("identifier").path(0));
    response.put("outcome", about.error().isPresent() ? "error" : "complete");
    if (about.error().isPresent()) {
      response.putArray("error").add(error(about.error().get()));
    } else {
      decisions(response);
    }
    if (!notes.json().isEmpty()) {
      response.set("processNote", notes.json());
    }
    return response;
  }

  private void extensions(ObjectNode response) {
    ArrayNode extensions = Json.array();
    Fhir.extension(claim, Pas.TRANSMISSION).ifPresent(t -> extensions.add(turned(t)));
    if (about.decided()) {
      ObjectNode reviewer = Json.object().put("url", Pas.REVIEWER);
      reviewer
          .putArray("extension")
          .addObject()
          .put("url", "wasHumanReviewedFlag")
          .put("valueBoolean", true);
      extensions.add(reviewer);
    }
    if (!extensions.isEmpty()) {
      response.set("extension", extensions);
    }
  }

  /** Sender and receiver change places on the way back. */
  private static ObjectNode turned(JsonNode transmission) {
    ObjectNode turned = Json.object();
    ArrayNode parts = turned.putArray("extension");
    for (JsonNode part : Fhir.list(transmission, "extension")) {
      String url = Fhir.text(part, "url");
      String other =
          url.contains("Sender")
              ? url.replace("Sender", "Receiver").replace("sender", "receiver")
              : url.replace("Receiver", "Sender").replace("receiver", "sender");
      parts.addObject().put("url", other).put("valueString", Fhir.text(part, "valueString"));
    }
    return turned.put("url", Pas.TRANSMISSION);
  }

  private void decisions(ObjectNode response) {
    if (about.authorizes()) {
      response.put("preAuthRef", about.authorization());
      response.set("preAuthPeriod", period(about.at()));
    }
    ArrayNode items = Json.array();
    ArrayNode added = Json.array();
    for (ItemPlan plan : about.plan()) {
      ItemAnswer answer = new ItemAnswer(item(plan.sequence()), plan, about, notes);
      items.add(answer.item());
      answer.addedItem().ifPresent(added::add);
    }
    if (items.isEmpty()) {
      // Everything was taken back and no item is left to say so.
      Verdict cancelled = Verdict.of(ReviewAction.CANCELLED);
      response
          .putArray("adjudication")
          .add(Adjudication.of(about, ReviewAction.CANCELLED, cancelled));
    } else {
      response.set("item", items);
    }
    if (!added.isEmpty()) {
      response.set("addItem", added);
    }
  }

  private JsonNode item(int sequence) {
    return Fhir.list(claim, "item").stream()
        .filter(item -> Fhir.sequence(item) == sequence)
        .findFirst()
        .orElseGet(Json::object);
  }

  private ObjectNode error(BusinessError error) {
    ObjectNode json = Json.object();
    ArrayNode extensions = json.putArray("extension");
    ObjectNode element = extensions.addObject().put("url", Pas.ERROR_ELEMENT);
    ArrayNode parts = element.putArray("extension");
    parts.addObject().put("url", "processNote").put("valuePositiveInt", notes.add(error.words()));
    if (!error.element().isEmpty()) {
      parts.addObject().put("url", "error").put("valueString", error.element());
    }
    extensions.addObject().put("url", Pas.ERROR_PATH).put("valueString", error.path());
    extensions.add(
        Fhir.extensionOf(
            Pas.ERROR_FOLLOW_UP,
            "valueCodeableConcept",
            Fhir.concept(Pas.FOLLOW_UPS, error.followUp())));
    json.set("code", Fhir.concept(Pas.REJECT_REASONS, error.code()));
    return json;
  }

  static ObjectNode period(Instant at) {
    return Fhir.period(Dates.date(at), Dates.date(at.plus(DAYS, ChronoUnit.DAYS)));
  }
}
