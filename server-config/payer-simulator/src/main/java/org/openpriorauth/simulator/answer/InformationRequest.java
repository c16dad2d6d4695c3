package org.openpriorauth.simulator.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.simulator.adjudication.Ask;
import org.openpriorauth.simulator.adjudication.ItemPlan;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Pas;

/**
 * A payer's wish for more information about one item (ainfo-2 ff.): the CommunicationRequest that
 * carries kind of report and document type, and the Task that asks for the attachment. Both carry
 * the attachment control number under which the answer is to come.
 */
final class InformationRequest {
  private static final int DAYS = 14;
  private final Bundle request;
  private final Case about;
  private final ItemPlan item;
  private final Ask ask;

  private InformationRequest(Bundle request, Case about, ItemPlan item, Ask ask) {
    this.request = request;
    this.about = about;
    this.item = item;
    this.ask = ask;
  }

  static List<InformationRequest> all(Bundle request, Case about) {
    return about.plan().stream()
        .filter(item -> about.verdict(item).ask() != null)
        .map(item -> new InformationRequest(request, about, item, about.verdict(item).ask()))
        .toList();
  }

  String fullUrl() {
    return "urn:uuid:" + id("communication");
  }

  ObjectNode communicationRequest() {
    ObjectNode resource =
        Fhir.resource(
            "CommunicationRequest", id("communication"), Pas.profile("communicationrequest"));
    resource.putArray("extension").add(line());
    resource.putArray("identifier").add(controlNumber());
    resource.put("status", "active");
    resource.putArray("category").add(Fhir.concept(Pas.REPORT_TYPES, ask.reportType()));
    resource.putArray("medium").add(Fhir.concept(Pas.TEMP_CODES, "CDEX"));
    resource.putArray("payload").addObject().put("contentString", ask.loinc());
    JsonNode claim = request.claim().resource();
    resource.set("requester", claim.path("insurer"));
    if (provider().filter(p -> p.type().equals("Organization")).isPresent()) {
      resource.set("sender", claim.path("provider"));
    }
    return Fhir.entry(fullUrl(), resource);
  }

  ObjectNode task() {
    ObjectNode task = Fhir.resource("Task", id("task"), Pas.profile("task"));
    task.putArray("identifier").add(controlNumber());
    task.put("status", "requested").put("intent", "order");
    task.set("code", Fhir.concept(Pas.TEMP_CODES, "attachment-request-code"));
    JsonNode claim = request.claim().resource();
    task.set("for", claim.path("patient"));
    task.putObject("requester").set("identifier", number(party("insurer")));
    task.putObject("owner").set("identifier", number(provider()));
    task.set("reasonCode", Fhir.concept(Pas.TEMP_CODES, "priorAuthorization"));
    task.putObject("reasonReference")
        .put("type", "Claim")
        .set("identifier", claim.path("identifier").path(0));
    task.putObject("restriction")
        .putObject("period")
        .put("end", Dates.date(about.at().plus(DAYS, ChronoUnit.DAYS)));
    ArrayNode input = task.putArray("input");
    ObjectNode payer = input.addObject();
    payer.set("type", Fhir.concept(Pas.TEMP_CODES, "payer-url"));
    payer.put("valueUrl", about.base());
    ObjectNode wanted = input.addObject();
    wanted.putArray("extension").add(line());
    wanted.set("type", Fhir.concept(Pas.TEMP_CODES, "attachments-needed"));
    wanted.set("valueCodeableConcept", Fhir.concept(Pas.LOINC, ask.loinc()));
    return Fhir.entry("urn:uuid:" + id("task"), task);
  }

  private ObjectNode line() {
    return Json.object().put("url", Pas.LINE_NUMBER).put("valuePositiveInt", item.sequence());
  }

  private ObjectNode controlNumber() {
    return Json.object()
        .put("system", "urn:openpriorauth:payer-simulator:attachment-control")
        .put("value", about.administration() + "-" + item.sequence());
  }

  private Optional<Located> provider() {
    return party("provider");
  }

  private Optional<Located> party(String name) {
    return request.follow(request.claim(), request.claim().resource().path(name));
  }

  /** profile-task: only the identifier of a party; a role is known by its practitioner. */
  private JsonNode number(Optional<Located> party) {
    return party
        .flatMap(
            p ->
                p.type().equals("PractitionerRole")
                    ? request.follow(p, p.resource().path("practitioner"))
                    : Optional.of(p))
        .map(p -> p.resource().path("identifier").path(0))
        .filter(JsonNode::isObject)
        .orElseGet(Json::object);
  }

  /** The same wish keeps its id in every version of the answer. */
  private String id(String what) {
    UUID named =
        UUID.nameUUIDFromBytes(
            (about.responseId() + what + item.sequence()).getBytes(StandardCharsets.UTF_8));
    // Public kits accept version 4 only in urn:uuid; set its nibble over the hashed bits.
    return new UUID(
            named.getMostSignificantBits() & ~0xF000L | 0x4000L, named.getLeastSignificantBits())
        .toString();
  }
}
