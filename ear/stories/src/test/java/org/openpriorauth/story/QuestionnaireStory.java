package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** A payer's rules leave as a FHIR Questionnaire, and a payer's Questionnaire becomes a draft. */
@ExtendWith(Stack.class)
class QuestionnaireStory {
  static final String FORM =
      """
      {"resourceType": "Questionnaire", "url": "https://payer.example.org/Questionnaire/oxygen",
       "version": "1", "title": "Home oxygen", "status": "active",
       "effectivePeriod": {"start": "2026-01-01"},
       "item": [
         {"linkId": "low", "type": "boolean", "text": "Is the saturation 88% or less?",
          "required": true,
          "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
            "valueExpression": {"language": "text/cql", "expression": "Low"}}]},
         {"linkId": "report", "type": "display", "text": "The oximetry report."},
         {"linkId": "moves", "type": "boolean", "text": "Is the patient mobile?",
          "enableWhen": [{"question": "low", "operator": "=", "answerBoolean": true}]}]}""";

  private static final String DOOR = "/api/v1/policies/questionnaire";
  private static final String CODE = "FORMS";

  private static Api admin;
  private static ReadyCases cases;

  @BeforeAll
  static void aPayerWithRules() {
    admin = Api.as("ada");
    cases = new ReadyCases(CODE, null);
  }

  @Test
  void whatIsHandedOutComesBackAndIsTheSamePack() throws JsonProcessingException {
    JsonNode there = pack();
    String place = "/api/v1/policies/" + there.path("id").asText() + "/questionnaire";
    Answer handed = Api.as("sam").get(place);
    assertThat(handed.status()).isEqualTo(200);
    assertThat(handed.header("Content-Type").orElseThrow()).startsWith("application/fhir+json");
    JsonNode form = Api.JSON.readTree(handed.raw().body());
    assertThat(form.path("resourceType").asText()).isEqualTo("Questionnaire");
    assertThat(form.at("/item/0/item/0/linkId").asText()).isEqualTo("diagnosis");

    Answer back = asFhir(form.toString());
    assertThat(back.status()).as(back.body().toString()).isEqualTo(200);
    assertThat(back.body().path("notes")).isEmpty();
    assertThat(back.body().path("open")).isEmpty();
    // The same version with the same content again is answered with what is there.
    Answer again = admin.post("/api/v1/policies", back.body().path("pack").toString());
    assertThat(again.text("id")).isEqualTo(there.path("id").asText());
  }

  @Test
  void aPayersFormBecomesADraftThatAPersonTakesOver() {
    List<Long> before = Rows.ofConsequence();
    String asked = DOOR + "?payer_id=" + cases.payer() + "&code=E1390&code=E0431";
    Answer draft = admin.post(asked, FORM);
    assertThat(draft.status()).as(draft.body().toString()).isEqualTo(200);
    assertThat(Rows.ofConsequence()).isEqualTo(before);

    JsonNode pack = draft.body().path("pack");
    assertThat(pack.path("payer_code").asText()).isEqualTo(CODE);
    assertThat(pack.at("/applies_to/codes").toString()).isEqualTo("[\"E1390\",\"E0431\"]");
    assertThat(pack.at("/criteria/op").asText()).isEqualTo("all");
    assertThat(pack.at("/criteria/of/0/ask").asText()).isEqualTo("The oximetry report.");
    assertThat(pack.at("/criteria/of/0/narrative/hints")).hasSize(1);
    assertThat(draft.body().path("notes"))
        .map(note -> note.path("link_id").asText("") + " " + note.path("code").asText())
        .contains("low required", "low expression", "moves optional", "moves enable_when");
    assertThat(draft.body().path("open")).isEmpty();

    ObjectNode completed = pack.deepCopy();
    completed.put("version", "1-checked");
    assertThat(admin.post("/api/v1/policies", completed.toString()).status()).isEqualTo(200);
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsPlace() {
    admin.post(DOOR, FORM.replace("\"moves\"", "\"low\"")).refused("/item/2", "link_id_twice");
    admin.post(DOOR, FORM.replace("Is the patient", "Is\\u202Ethe")).refused("/item/2", "unseen");
    admin.post(DOOR, "{\"resourceType\": \"Patient\"}").refused("", "no_questionnaire");
    admin.post(DOOR, "{\"resourceType\": ").refused("", "not_fhir");
    admin.post(DOOR, "").refused("", "not_fhir");
    admin.post(DOOR, "{\"item\":".repeat(90_000)).refused("", "not_fhir");
    admin.post(DOOR, bundle(FORM + "}, {\"resource\": " + FORM)).refused("", "several");
    admin.post(DOOR, FORM + " ".repeat(1024 * 1024)).refused("1004");
    admin.post(DOOR + "?code=", FORM).refused("/code", "size");
    assertThat(admin.post(DOOR, bundle(FORM)).status()).isEqualTo(200);

    // Words are words: they come back as they are, and nothing runs.
    String hostile = FORM.replace("Home oxygen", "<script>#{1+1}${7*7}</script>");
    assertThat(admin.post(DOOR, hostile).text("pack", "title"))
        .isEqualTo("<script>#{1+1}${7*7}</script>");
  }

  @Test
  @Tag("security")
  void anotherClinicsPackAndPayerAreNotThere() {
    Api there = Api.as("rita");
    String id = pack().path("id").asText();
    there.get("/api/v1/policies/" + id + "/questionnaire").refused("1604");
    there.post(DOOR + "?payer_id=" + cases.payer(), FORM).refused("1204");
    Api.as("bea").get("/api/v1/policies/" + id + "/questionnaire").refused("1105");
    Api.as("sam").post(DOOR, FORM).refused("1105");
  }

  private static JsonNode pack() {
    for (JsonNode one : admin.get("/api/v1/policies").body().path("items")) {
      if (one.path("pack").path("id").asText().equals("story-" + CODE)) {
        return one;
      }
    }
    throw new AssertionError("The story's pack is not there.");
  }

  private static String bundle(String resource) {
    return "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{\"resource\": "
        + resource
        + "}]}";
  }

  private static Answer asFhir(String form) {
    return admin.send(
        admin
            .request(DOOR)
            .header("Content-Type", "application/fhir+json")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }
}
