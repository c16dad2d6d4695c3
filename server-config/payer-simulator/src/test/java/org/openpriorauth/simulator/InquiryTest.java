package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inquiries find what was asked before, and nothing of anybody else. */
class InquiryTest {
  @TempDir Path ledger;
  private RunningPayer payer;

  @BeforeEach
  void start() {
    payer = RunningPayer.at(ledger, "--decide-after-seconds", "3600");
  }

  @AfterEach
  void stop() {
    payer.close();
  }

  private JsonNode inquire(ObjectNode bundle) {
    HttpResponse<String> answer = payer.post("/fhir/Claim/$inquire", bundle.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode parameters = SampleRequest.json(answer.body());
    assertThat(parameters.path("resourceType").asText()).isEqualTo("Parameters");
    return parameters.path("parameter");
  }

  @Test
  void everythingAboutAMemberIsFound() {
    SampleRequest first = SampleRequest.of("72148", 1);
    payer.answer(first);
    payer.answer(SampleRequest.of("97110", 4));
    payer.answer(SampleRequest.of("97110", 4).member("M-OTHER"));
    JsonNode found = inquire(first.inquiry("TRN-INQUIRY-1"));
    assertThat(found).hasSize(2);
    assertThat(found).allMatch(p -> p.path("name").asText().equals("return"));
    JsonNode bundle = found.at("/0/resource");
    assertThat(bundle.at("/meta/profile/0").asText()).endsWith("pas-inquiry-response-bundle");
    assertThat(bundle.at("/entry/0/resource/insurance/0/focal").asBoolean()).isTrue();
    assertThat(bundle.at("/entry/0/resource/request/identifier/value").asText())
        .isEqualTo(first.claimIdentifier());
    SubmitTest.assertClosed(bundle);
  }

  @Test
  void nothingFoundIsAnEmptyAnswer() {
    payer.answer(SampleRequest.of("72148", 1));
    assertThat(inquire(SampleRequest.of("72148", 1).member("M-OTHER").inquiry("T"))).isEmpty();
    assertThat(payer.getJson("/ledger").path("inquiries").asInt()).isEqualTo(1);
  }

  @Test
  void aTraceNumberNarrows() {
    SampleRequest first = SampleRequest.of("72148", 1);
    payer.answer(first);
    payer.answer(SampleRequest.of("97110", 4));
    JsonNode found = inquire(first.inquiry(first.claimIdentifier()));
    assertThat(found).hasSize(1);
  }

  @Test
  void anAuthorizationNumberOrAServiceNarrows() {
    payer.answer(SampleRequest.of("72148", 1));
    payer.answer(SampleRequest.of("97110", 4));
    ObjectNode byNumber = SampleRequest.of("72148", 1).inquiry("T");
    item(byNumber, "not-applicable", "http://terminology.hl7.org/CodeSystem/data-absent-reason")
        .putArray("extension")
        .addObject()
        .put(
            "url",
            "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-authorizationNumber")
        .put("valueString", "AUTH0000002");
    assertThat(inquire(byNumber)).hasSize(1);
    ObjectNode byCode = SampleRequest.of("72148", 1).inquiry("T");
    item(byCode, "97110", "http://www.ama-assn.org/go/cpt");
    assertThat(inquire(byCode)).hasSize(1);
  }

  @Test
  void aPendedRequestIsFoundPendedAndLaterDecided() {
    SampleRequest request = SampleRequest.of("72148", 1).withoutDocument();
    payer.answer(request);
    JsonNode found = inquire(request.inquiry("T"));
    assertThat(SubmitTest.action(found.at("/0/resource/entry/0/resource/item/0"))).isEqualTo("A4");
    assertThat(found.toString()).doesNotContain("CommunicationRequest", "\"Task\"");
  }

  @Test
  void askingByAReplacedNumberFindsTheSuccessor() {
    SampleRequest first = SampleRequest.of("97110", 4);
    payer.answer(first);
    SampleRequest next = SampleRequest.of("97110", 6);
    assertThat(payer.submit(next.updating(first).toString()).statusCode()).isEqualTo(200);
    assertThat(payer.entry(1).path("updated_by").asInt()).isEqualTo(2);
    JsonNode found = inquire(first.inquiry(first.claimIdentifier()));
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/resource/entry/0/resource/preAuthRef").asText())
        .isEqualTo("AUTH0000002");
  }

  @Test
  void anUpdateOfADeniedOrUnknownRequestIsABusinessError() {
    SampleRequest denied = SampleRequest.of("70551", 1).diagnosis("G43.9");
    payer.answer(denied);
    JsonNode answer =
        SampleRequest.json(
            payer.submit(SampleRequest.of("70551", 1).updating(denied).toString()).body());
    assertThat(answer.at("/entry/0/resource/outcome").asText()).isEqualTo("error");
    JsonNode unknown =
        SampleRequest.json(
            payer
                .submit(SampleRequest.of("70551", 1).updating(SampleRequest.of("1", 1)).toString())
                .body());
    assertThat(unknown.at("/entry/0/resource/outcome").asText()).isEqualTo("error");
    assertThat(payer.entry(1).has("updated_by")).isFalse();
  }

  @Test
  void aCancelledItemIsAnsweredCancelled() {
    SampleRequest first = SampleRequest.of("97110", 4);
    payer.answer(first);
    ObjectNode update = SampleRequest.of("97110", 4).updating(first);
    ((ObjectNode) update.at("/entry/0/resource/item/0"))
        .putArray("modifierExtension")
        .addObject()
        .put(
            "url",
            "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/modifierextension-infoCancelled")
        .put("valueBoolean", true);
    JsonNode answer = SampleRequest.json(payer.submit(update.toString()).body());
    assertThat(SubmitTest.action(answer.at("/entry/0/resource/item/0"))).isEqualTo("C");
  }

  @Test
  void everythingCanBeTakenBackAtOnce() {
    SampleRequest first = SampleRequest.of("72148", 1);
    payer.answer(first);
    ObjectNode update = SampleRequest.empty().updating(first);
    ObjectNode cancel =
        ((ObjectNode) update.at("/entry/0/resource")).putArray("extension").addObject();
    cancel.put(
        "url",
        "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-certificationType");
    cancel
        .putObject("valueCodeableConcept")
        .putArray("coding")
        .addObject()
        .put("system", "https://codesystem.x12.org/005010/1322")
        .put("code", "3");
    JsonNode answer = SampleRequest.json(payer.submit(update.toString()).body());
    assertThat(SubmitTest.action(answer.at("/entry/0/resource"))).isEqualTo("C");
    assertThat(payer.entry(2).at("/decision/status").asText()).isEqualTo("cancelled");
    assertThat(payer.decideNow()).isZero();
  }

  @Test
  void theInquireDoorMisbehavesWhenOrdered() {
    payer.order("http-error-bare", "door", "\"inquire\"", "status", "503");
    SampleRequest request = SampleRequest.of("97110", 4);
    assertThat(payer.submit(request.text()).statusCode()).isEqualTo(200);
    String asked = request.inquiry("T").toString();
    assertThat(payer.post("/fhir/Claim/$inquire", asked).statusCode()).isEqualTo(503);
    assertThat(payer.post("/fhir/Claim/$inquire", asked).statusCode()).isEqualTo(200);
  }

  @Test
  void aRequestThatIsThereIsNotFoundWhenOrdered() {
    payer.order("find-nothing", "door", "\"inquire\"");
    SampleRequest request = SampleRequest.of("97110", 4);
    payer.answer(request);
    assertThat(inquire(request.inquiry("T"))).isEmpty();
    assertThat(inquire(request.inquiry("T"))).hasSize(1);
  }

  private static ObjectNode item(ObjectNode bundle, String code, String system) {
    ObjectNode item = ((ObjectNode) bundle.at("/entry/0/resource")).putArray("item").addObject();
    item.put("sequence", 1);
    item.putObject("productOrService")
        .putArray("coding")
        .addObject()
        .put("system", system)
        .put("code", code);
    return item;
  }
}
