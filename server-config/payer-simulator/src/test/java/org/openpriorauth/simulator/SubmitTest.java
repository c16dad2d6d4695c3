package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sound request is answered, rule by rule. */
class SubmitTest {
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

  @ParameterizedTest
  @CsvSource({
    "72148, 1, normal, M54.50, A4, A1",
    "72148, 1, stat, M54.50, A1, A1",
    "97110, 12, normal, M54.50, A1, A1",
    "97110, 13, normal, M54.50, A4, A3",
    "J1745, 40, normal, K50.90, A4, A1",
    "97112, 8, normal, M54.50, A6, A6",
    "97530, 10, normal, M54.50, A2, A2",
    "97530, 8, normal, M54.50, A1, A1",
    "70551, 1, normal, G43.909, A3, A3",
    "70551, 1, normal, R51.9, A1, A1",
    "99213, 1, normal, M54.50, NA, NA",
    "S9975, 1, normal, N18.6, CT, CT",
    "00000, 1, normal, M54.50, A4, A4"
  })
  void eachRuleDecides(
      String code, int units, String priority, String diagnosis, String now, String later) {
    JsonNode answer =
        payer.answer(SampleRequest.of(code, units).priority(priority).diagnosis(diagnosis));
    assertThat(action(response(answer).at("/item/0"))).isEqualTo(now);
    payer.decideNow();
    assertThat(payer.entry(1).at("/items/0/action").asText()).isEqualTo(later);
    assertThat(action(response(payer.getJson("/ledger/1/answer")).at("/item/0"))).isEqualTo(later);
  }

  @Test
  void anAnswerIsAResponseBundleThatHoldsTogether() {
    SampleRequest request = SampleRequest.of("97110", 6);
    HttpResponse<String> answer = payer.submit(request.text());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+json");
    JsonNode bundle = SampleRequest.json(answer.body());
    assertThat(bundle.path("type").asText()).isEqualTo("collection");
    assertThat(bundle.at("/identifier/value").asText()).isEqualTo(request.bundleIdentifier());
    assertThat(bundle.path("timestamp").asText()).endsWith("Z");
    JsonNode response = response(bundle);
    assertThat(response.path("resourceType").asText()).isEqualTo("ClaimResponse");
    assertThat(response.path("outcome").asText()).isEqualTo("complete");
    assertThat(response.at("/request/identifier/value").asText())
        .isEqualTo(request.claimIdentifier());
    assertThat(response.path("preAuthRef").asText()).isEqualTo("AUTH0000001");
    assertThat(response.at("/preAuthPeriod/start").asText()).hasSize(10);
    assertThat(response.at("/item/0/extension").toString())
        .contains(request.claimIdentifier() + "-1", "itemPreAuthPeriod");
    assertClosed(bundle);
  }

  @Test
  void aPendedAnswerIsCompleteAndItsActionSaysPended() {
    JsonNode response = response(payer.answer(SampleRequest.of("72148", 1)));
    assertThat(response.path("outcome").asText()).isEqualTo("complete");
    assertThat(action(response.at("/item/0"))).isEqualTo("A4");
    assertThat(response.has("preAuthRef")).isFalse();
    assertThat(response.at("/item/0/extension").toString()).contains("PEND0000001");
  }

  @Test
  void aDenialSaysWhyInCodeAndWords() {
    payer.answer(SampleRequest.of("97110", 20));
    assertThat(payer.decideNow()).isEqualTo(1);
    JsonNode response = response(payer.getJson("/ledger/1/answer"));
    assertThat(response.at("/processNote/0/text").asText())
        .isEqualTo(
            "exceeds the plan's limit of 12 visits per request"
                + " without an interim progress report");
    assertThat(response.at("/item/0/noteNumber/0").asInt()).isEqualTo(1);
    assertThat(response.at("/item/0/adjudication/0/extension/0/extension").toString())
        .contains("https://codesystem.x12.org/external/886");
    assertThat(response.path("extension").toString()).contains("wasHumanReviewedFlag");
  }

  @Test
  void aModifiedItemComesWithTheItemThatIsAuthorized() {
    JsonNode response = response(payer.answer(SampleRequest.of("97112", 8)));
    assertThat(action(response.at("/item/0"))).isEqualTo("A6");
    assertThat(response.at("/addItem/0/itemSequence/0").asInt()).isEqualTo(1);
    assertThat(response.at("/addItem/0/quantity/value").asInt()).isEqualTo(4);
    assertThat(action(response.at("/addItem/0"))).isEqualTo("A1");
    assertThat(response.path("preAuthRef").asText()).startsWith("AUTH");
  }

  @Test
  void withoutADocumentTheNoteIsAskedFor() {
    JsonNode bundle = payer.answer(SampleRequest.of("72148", 1).withoutDocument());
    JsonNode response = response(bundle);
    String asked = response.at("/communicationRequest/0/reference").asText();
    JsonNode request = resource(bundle, "CommunicationRequest");
    assertThat(asked).endsWith(request.path("id").asText());
    assertThat(request.at("/payload/0/contentString").asText()).isEqualTo("11506-3");
    assertThat(request.at("/category/0/coding/0/code").asText()).isEqualTo("PY");
    JsonNode task = resource(bundle, "Task");
    assertThat(task.at("/identifier/0/value"))
        .isEqualTo(request.at("/identifier/0/value"))
        .isNotNull();
    assertThat(task.at("/owner/identifier/value").asText())
        .isEqualTo(SampleRequest.ORGANIZATION_NPI);
    assertThat(task.path("input")).hasSize(2);
    assertThat(payer.decideNow()).isZero();
    assertClosed(bundle);
  }

  @Test
  void severalItemsAreDecidedOneByOne() {
    SampleRequest request = SampleRequest.of("72148", 1).item("97110", 20).item("00000", 1);
    payer.answer(request);
    assertThat(payer.entry(1).at("/decision/status").asText()).isEqualTo("pended");
    payer.decideNow();
    JsonNode entry = payer.entry(1);
    assertThat(entry.path("items").findValuesAsText("action")).containsExactly("A1", "A3", "A4");
    assertThat(entry.at("/decision/status").asText()).isEqualTo("partly-pended");
    assertThat(entry.at("/decision/final").asBoolean()).isFalse();
  }

  @Test
  void anUnknownMemberIsABusinessErrorAndMayBeMended() {
    SampleRequest request = SampleRequest.of("97110", 4).member("UNKNOWN-1");
    HttpResponse<String> answer = payer.submit(request.text());
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode response = response(SampleRequest.json(answer.body()));
    assertThat(response.path("outcome").asText()).isEqualTo("error");
    assertThat(response.at("/error/0/code/coding/0/code").asText()).isEqualTo("75");
    assertThat(response.at("/error/0/extension").toString())
        .contains("errorFollowupAction", "errorElement", "2010C-NM109", "errorPath")
        .contains("Bundle.entry[3].resource.identifier[0].value");
    assertThat(response.at("/processNote/0/text").asText()).contains("member id");
    request.member("M1").bundleIdentifier("mended-1");
    assertThat(action(response(payer.answer(request)).at("/item/0"))).isEqualTo("A1");
  }

  @Test
  void aRoleMayAskAndItsPeopleComeWithTheAnswer() {
    JsonNode bundle = payer.answer(SampleRequest.of("72148", 1).askedByRole().withoutDocument());
    assertClosed(bundle);
    assertThat(resource(bundle, "Practitioner").at("/identifier/0/value").asText())
        .isEqualTo("1234567893");
    assertThat(resource(bundle, "Task").at("/owner/identifier/value").asText())
        .isEqualTo("1234567893");
    assertThat(resource(bundle, "CommunicationRequest").has("sender")).isFalse();
    assertThat(payer.entry(1).path("requestor").toString())
        .contains(SampleRequest.ORGANIZATION_NPI, "1234567893");
  }

  @Test
  void senderAndReceiverChangePlacesInTheAnswer() {
    JsonNode response = response(payer.answer(SampleRequest.of("97110", 4).sender("CLINIC-9")));
    JsonNode parts = response.at("/extension/0/extension");
    assertThat(parts.get(3).path("url").asText()).isEqualTo("interchangeSenderID");
    assertThat(parts.get(2).path("url").asText()).isEqualTo("interchangeReceiverID");
    assertThat(parts.get(2).path("valueString").asText()).isEqualTo("CLINIC-9");
  }

  @Test
  void theReceivedBundleIsShownToTheLetter() {
    String text = SampleRequest.of("97110", 4).bundle().toPrettyString() + "\n \n";
    payer.submit(text);
    assertThat(payer.get("/ledger/1/bundle").body()).isEqualTo(text);
  }

  static JsonNode response(JsonNode bundle) {
    return bundle.at("/entry/0/resource");
  }

  static String action(JsonNode item) {
    for (JsonNode part : item.at("/adjudication/0/extension/0/extension")) {
      if (part.path("url").asText().endsWith("extension-reviewActionCode")) {
        return part.at("/valueCodeableConcept/coding/0/code").asText();
      }
    }
    return "";
  }

  static JsonNode resource(JsonNode bundle, String type) {
    for (JsonNode entry : bundle.path("entry")) {
      if (entry.at("/resource/resourceType").asText().equals(type)) {
        return entry.path("resource");
      }
    }
    throw new AssertionError("no " + type);
  }

  static void assertClosed(JsonNode bundle) {
    Set<String> urls = new HashSet<>();
    bundle.path("entry").forEach(e -> urls.add(e.path("fullUrl").asText()));
    assertThat(urls).hasSize(bundle.path("entry").size());
    for (JsonNode reference : bundle.findValues("reference")) {
      if (reference.isTextual()) {
        assertThat(urls).contains(reference.asText());
      }
    }
  }
}
