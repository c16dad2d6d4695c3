package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to break a request gets 400, one OperationOutcome, and the place of the break. */
class BrokenRequestTest {
  private static final String CLAIM = "Bundle.entry[0].resource";
  private static final String ITEM = CLAIM + ".item[0]";
  @TempDir static Path ledger;
  private static RunningPayer payer;

  @BeforeAll
  static void start() {
    payer = RunningPayer.at(ledger);
  }

  @AfterAll
  static void stop() {
    payer.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "envelopes",
    "webs",
    "references",
    "claims",
    "items",
    "services",
    "supports",
    "parties"
  })
  void aBrokenRequestIsRefusedAtItsPlace(
      String what, String expression, Consumer<ObjectNode> spoil) {
    ObjectNode bundle = SampleRequest.of("97110", 4).bundle();
    spoil.accept(bundle);
    HttpResponse<String> answer = payer.submit(bundle.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode outcome = SampleRequest.json(answer.body());
    assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(outcome.at("/issue/0/severity").asText()).isEqualTo("error");
    assertThat(outcome.at("/issue/0/code").asText()).isNotBlank();
    assertThat(outcome.findValues("expression").toString()).contains('"' + expression + '"');
    assertThat(answer.body()).doesNotContain("Exception", "jackson", "simulator.");
    assertThat(payer.entries()).isEmpty();
  }

  static Stream<Arguments> envelopes() {
    return Stream.of(
        broken("type", "Bundle.type", b -> b.put("type", "batch")),
        broken("identifier", "Bundle.identifier", b -> b.remove("identifier")),
        broken("timestamp missing", "Bundle.timestamp", b -> b.remove("timestamp")),
        broken("timestamp a date", "Bundle.timestamp", b -> b.put("timestamp", "2026-11-22")),
        broken("no entries", "Bundle.entry", b -> b.putArray("entry")),
        broken("request", "Bundle.entry[1]", b -> entry(b, 1).putObject("request")),
        broken("no fullUrl", "Bundle.entry[1].fullUrl", b -> entry(b, 1).remove("fullUrl")),
        broken(
            "version 1 uuid",
            "Bundle.entry[1].fullUrl",
            b -> entry(b, 1).put("fullUrl", "urn:uuid:0d9e3f6e-51a2-11ee-8c99-0242ac120002")));
  }

  static Stream<Arguments> webs() {
    return Stream.of(
        broken(
            "twice the same fullUrl",
            "Bundle.entry[2].fullUrl",
            b -> entry(b, 2).put("fullUrl", entry(b, 1).path("fullUrl").asText())),
        broken(
            "Claim not first",
            CLAIM,
            b -> {
              ArrayNode entries = (ArrayNode) b.path("entry");
              entries.add(entries.remove(0));
            }),
        broken(
            "three Claims",
            "Bundle.entry",
            b -> {
              for (int i = 0; i < 2; i++) {
                ((ArrayNode) b.path("entry"))
                    .addObject()
                    .putObject("resource")
                    .put("resourceType", "Claim");
              }
            }));
  }

  static Stream<Arguments> references() {
    return Stream.of(
        broken(
            "an unreached resource",
            "Bundle.entry[7].resource",
            b -> {
              ObjectNode more = entry(b, 6).deepCopy();
              more.put("fullUrl", "urn:uuid:11111111-1111-4111-8111-111111111111");
              ((ArrayNode) b.path("entry")).add(more);
            }),
        broken(
            "a dangling reference",
            "Bundle.entry[4].resource",
            b ->
                resource(b, 4)
                    .putArray("generalPractitioner")
                    .addObject()
                    .put("reference", "urn:uuid:22222222-2222-4222-8222-222222222222")));
  }

  static Stream<Arguments> claims() {
    return Stream.of(
        broken("unknown element", CLAIM, b -> resource(b, 0).put("urgency", "high")),
        broken("use", CLAIM + ".use", b -> resource(b, 0).put("use", "claim")),
        broken("status", CLAIM + ".status", b -> resource(b, 0).put("status", "draft")),
        broken("type", CLAIM + ".type", b -> resource(b, 0).remove("type")),
        broken("identifier", CLAIM + ".identifier", b -> resource(b, 0).remove("identifier")),
        broken(
            "identifier without system",
            CLAIM + ".identifier[0]",
            b -> ((ObjectNode) b.at("/entry/0/resource/identifier/0")).remove("system")),
        broken("insurer", CLAIM + ".insurer", b -> resource(b, 0).remove("insurer")),
        broken(
            "provider a Practitioner",
            CLAIM + ".provider",
            b -> resource(b, 1).put("resourceType", "Practitioner")),
        broken(
            "insurance not focal",
            CLAIM + ".insurance[0].focal",
            b -> ((ObjectNode) b.at("/entry/0/resource/insurance/0")).put("focal", false)),
        broken("no items", CLAIM + ".item", b -> resource(b, 0).putArray("item")),
        broken(
            "care team without scope",
            CLAIM + ".careTeam[0].extension",
            b -> {
              ObjectNode member = resource(b, 0).putArray("careTeam").addObject();
              member.put("sequence", 1).set("provider", resource(b, 0).path("provider"));
            }));
  }

  static Stream<Arguments> items() {
    return Stream.of(
        broken("category", ITEM + ".category", b -> item(b).remove("category")),
        broken(
            "location",
            ITEM + ".locationCodeableConcept",
            b -> item(b).remove("locationCodeableConcept")),
        broken("service", ITEM + ".productOrService", b -> item(b).remove("productOrService")),
        broken(
            "request type",
            ITEM + ".extension",
            b -> ((ArrayNode) item(b).path("extension")).remove(0)),
        broken(
            "certification type",
            ITEM + ".extension",
            b -> ((ArrayNode) item(b).path("extension")).remove(1)),
        broken(
            "requested service",
            ITEM + ".extension",
            b -> ((ArrayNode) item(b).path("extension")).remove(3)),
        broken("sequence", ITEM + ".sequence", b -> item(b).put("sequence", 0)));
  }

  static Stream<Arguments> services() {
    return Stream.of(
        broken(
            "a plan in place of an order",
            "Bundle.entry[5].resource.intent",
            b -> resource(b, 5).put("intent", "plan")),
        broken(
            "quantity without unit",
            ITEM + ".quantity",
            b -> ((ObjectNode) item(b).path("quantity")).remove("unit")),
        broken(
            "an immense quantity",
            ITEM + ".quantity.value",
            b -> ((ObjectNode) item(b).path("quantity")).put("value", 1e300)),
        broken(
            "a diagnosis that is not there",
            ITEM + ".diagnosisSequence",
            b -> item(b).putArray("diagnosisSequence").add(9)),
        broken(
            "an unknown modifier",
            ITEM + ".modifierExtension",
            b -> item(b).putArray("modifierExtension").addObject().put("url", "urn:x")));
  }

  static Stream<Arguments> supports() {
    String info = CLAIM + ".supportingInfo[0]";
    String attachment = "Bundle.entry[6].resource.content[0].attachment";
    return Stream.of(
        broken("no reference", info + ".valueReference", b -> info(b).remove("valueReference")),
        broken("no sequence", info + ".sequence", b -> info(b).remove("sequence")),
        broken("no document information", info + ".extension", b -> info(b).remove("extension")),
        broken(
            "twice the same sequence",
            CLAIM + ".supportingInfo[1].sequence",
            b -> ((ArrayNode) resource(b, 0).path("supportingInfo")).add(info(b).deepCopy())),
        broken("no data", attachment + ".data", b -> attachment(b).remove("data")),
        broken("bad base64", attachment + ".data", b -> attachment(b).put("data", "a*b=")),
        broken("a link", attachment + ".url", b -> attachment(b).put("url", "http://x/1")));
  }

  static Stream<Arguments> parties() {
    return Stream.of(
        broken(
            "a wrong NPI",
            "Bundle.entry[1].resource.identifier[0].value",
            b -> ((ObjectNode) b.at("/entry/1/resource/identifier/0")).put("value", "1245319590")),
        broken(
            "no member id",
            "Bundle.entry[3].resource.identifier",
            b -> ((ObjectNode) b.at("/entry/3/resource/identifier/0")).remove("value")),
        broken(
            "cover not active",
            "Bundle.entry[3].resource.status",
            b -> resource(b, 3).put("status", "cancelled")),
        broken(
            "no subscriber",
            "Bundle.entry[3].resource.subscriber",
            b -> ((ObjectNode) b.at("/entry/3/resource/relationship/coding/0")).put("code", "01")),
        broken(
            "year of birth only",
            "Bundle.entry[4].resource.birthDate",
            b -> resource(b, 4).put("birthDate", "1970")),
        broken(
            "the same organisation twice",
            "Bundle.entry[2].resource.identifier",
            b -> resource(b, 2).set("identifier", resource(b, 1).path("identifier"))));
  }

  @Test
  void aWrappedBundleIsRefused() {
    String wrapped =
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":"
            + SampleRequest.of("97110", 4).text()
            + "}]}";
    HttpResponse<String> answer = payer.submit(wrapped);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("bare");
  }

  private static Arguments broken(String what, String expression, Consumer<ObjectNode> spoil) {
    return Arguments.of(what, expression, spoil);
  }

  private static ObjectNode entry(ObjectNode bundle, int i) {
    return (ObjectNode) bundle.path("entry").get(i);
  }

  private static ObjectNode resource(ObjectNode bundle, int i) {
    return (ObjectNode) entry(bundle, i).path("resource");
  }

  private static ObjectNode item(ObjectNode bundle) {
    return (ObjectNode) bundle.at("/entry/0/resource/item/0");
  }

  private static ObjectNode info(ObjectNode bundle) {
    return (ObjectNode) bundle.at("/entry/0/resource/supportingInfo/0");
  }

  private static ObjectNode attachment(ObjectNode bundle) {
    return (ObjectNode) bundle.at("/entry/6/resource/content/0/attachment");
  }
}
