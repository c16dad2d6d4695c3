package org.openpriorauth.simulator.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openpriorauth.simulator.adjudication.ReviewAction;
import org.openpriorauth.simulator.adjudication.Verdict;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;
import org.openpriorauth.simulator.wire.Pas;

/** The element that carries a decision: the reviewAction extension (HCR) on an adjudication. */
final class Adjudication {
  private Adjudication() {}

  static ObjectNode of(Case about, ReviewAction action, Verdict verdict) {
    ObjectNode review = Json.object();
    ArrayNode parts = review.putArray("extension");
    if (action.authorizes()) {
      parts.addObject().put("url", "number").put("valueString", about.authorization());
    }
    parts.add(
        Fhir.extensionOf(
            Pas.REVIEW_ACTION_CODE,
            "valueCodeableConcept",
            Fhir.concept(Pas.REVIEW_ACTIONS, action.code(), action.display())));
    if (!verdict.reasonCode().isEmpty()) {
      ObjectNode reason = Fhir.concept(Pas.REVIEW_REASONS, verdict.reasonCode());
      reason.put("text", verdict.reason());
      parts.add(Fhir.extensionOf("reasonCode", "valueCodeableConcept", reason));
    }
    review.put("url", Pas.REVIEW_ACTION);
    ObjectNode adjudication = Json.object();
    adjudication.putArray("extension").add(review);
    adjudication.set("category", Fhir.concept(Pas.ADJUDICATION, "submitted"));
    return adjudication;
  }
}
