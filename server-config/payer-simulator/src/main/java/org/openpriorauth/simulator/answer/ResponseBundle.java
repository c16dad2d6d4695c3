package org.openpriorauth.simulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Pas;

/**
 * The bundle around a ClaimResponse: the response first, then every resource that it refers to,
 * transitively, copied from the request under the address it had there; then what the payer adds.
 */
public final class ResponseBundle {
  private final Bundle request;
  private final Case about;

  public ResponseBundle(Bundle request, Case about) {
    this.request = request;
    this.about = about;
  }

  /** The answer to a request, or the later one that a notification carries. */
  public ObjectNode answer() {
    ClaimResponse response = new ClaimResponse(request, about);
    List<InformationRequest> wanted = InformationRequest.all(request, about);
    ObjectNode resource = response.build("claimresponse");
    ArrayNode asked = Json.array();
    wanted.forEach(w -> asked.add(Fhir.reference(w.fullUrl())));
    if (!asked.isEmpty()) {
      resource.set("communicationRequest", asked);
    }
    ObjectNode bundle = bundle(request.root().path("identifier"), "pas-response-bundle");
    ArrayNode entries = entries(bundle, resource, List.of("patient", "insurer", "provider"));
    wanted.forEach(w -> entries.add(w.communicationRequest()));
    wanted.forEach(w -> entries.add(w.task()));
    return bundle;
  }

  /**
   * The same as an inquiry is answered: with the cover, without requests for documents.
   *
   * @param identifier the inquiry's own transaction id
   */
  public ObjectNode inquiryAnswer(JsonNode identifier) {
    ObjectNode resource = new ClaimResponse(request, about).build("claiminquiryresponse");
    JsonNode insurance = request.claim().resource().path("insurance").path(0);
    ObjectNode cover = resource.putArray("insurance").addObject();
    cover.put("sequence", 1).put("focal", true);
    cover.set("coverage", insurance.path("coverage"));
    ObjectNode bundle = bundle(identifier, "pas-inquiry-response-bundle");
    entries(bundle, resource, List.of("patient", "insurer", "provider", "insurance"));
    return bundle;
  }

  private ObjectNode bundle(JsonNode identifier, String profile) {
    ObjectNode bundle = Json.object().put("resourceType", "Bundle");
    bundle.putObject("meta").putArray("profile").add(Pas.profile(profile));
    bundle.set("identifier", identifier);
    bundle.put("type", "collection").put("timestamp", Dates.instant(about.at()));
    return bundle;
  }

  private ArrayNode entries(ObjectNode bundle, JsonNode response, List<String> parties) {
    ArrayNode entries = bundle.putArray("entry");
    entries.add(Fhir.entry("urn:uuid:" + about.responseId(), response));
    for (Located party : reached(parties)) {
      entries.add(Fhir.entry(party.fullUrl(), party.resource()));
    }
    return entries;
  }

  private Set<Located> reached(List<String> parties) {
    JsonNode claim = request.claim().resource();
    List<JsonNode> references = new ArrayList<>();
    for (String party : parties) {
      references.add(
          party.equals("insurance")
              ? claim.path("insurance").path(0).path("coverage")
              : claim.path(party));
    }
    Set<Located> all = new LinkedHashSet<>();
    for (JsonNode reference : references) {
      request
          .follow(request.claim(), reference)
          .ifPresent(party -> all.addAll(request.reach(party, (holder, dead) -> {})));
    }
    return all;
  }
}
