package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** A client that only wants the verdict: facts or documents and a policy in, nothing kept. */
@ExtendWith(Stack.class)
class MatchStory {
  private static final String DOOR = "/api/v1/criteria/match";
  private static final String POSITIVE =
      "{\"kind\": \"finding\", \"name\": \"HER2\", \"value\": \"positive\"}";

  private static ReadyCases cases;
  private static Api staff;

  @BeforeAll
  static void aPayer() {
    cases = new ReadyCases("MATCH");
    staff = cases.staff();
  }

  /** With a policy of three criteria: a fact of two parts, a diagnosis, and one in words. */
  static String question(String rest) {
    return """
    {"policy": {"id": "m", "version": "1", "title": "M", "payer_code": "ANY",
      "effective": {"from": "2026-01-01"}, "applies_to": {"codes": ["*"]},
      "authorization": "required", "alternatives": ["Wait."],
      "criteria": {"op": "all", "of": [
        {"id": "her2", "text": "HER2 positive", "ask": "Pathology.", "fact": "finding",
         "where": {"name": {"in": ["HER2"]}, "value": {"in": ["positive"]}}},
        {"id": "dx", "text": "Radiculopathy", "fact": "diagnosis",
         "where": {"code": {"in": ["M54.1*"]}}},
        {"id": "function", "text": "Functional impairment",
         "narrative": {"hints": ["unable to"]}}]}},
     %s}"""
        .formatted(rest);
  }

  private static JsonNode criterion(Answer answer, String id) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    for (JsonNode criterion : answer.body().path("criteria")) {
      if (criterion.path("id").asText().equals(id)) {
        return criterion;
      }
    }
    throw new AssertionError("no " + id + " in " + answer.body());
  }

  private static String verdict(Answer answer, String id) {
    return criterion(answer, id).path("verdict").asText();
  }

  private static String documents(String... ids) {
    return "\"document_ids\": [\"" + String.join("\", \"", ids) + "\"]";
  }

  private static String read(String request, String text) {
    Answer uploaded =
        staff.upload(
            "/api/v1/prior-authorizations/" + request + "/documents",
            "note.txt",
            text.getBytes(StandardCharsets.UTF_8));
    String id = uploaded.body().path("items").path(0).path("id").asText();
    Cases.awaitReading(staff, id);
    return id;
  }

  private static String note() {
    return read(
        cases.draft(ReadyCases.Wanted.of("72148", 1)),
        """
        Patient: Jane Q. Sample   DOB: 04/05/1971
        Assessment: Lumbar radiculopathy (M54.16).
        She is unable to stand for more than ten minutes.
        \fPatient: Uwe Marsh   DOB: 03/04/1950
        He is unable to walk. HER2: positive.
        """);
  }

  @Test
  @Tag("hipaa")
  void factsAloneAreAnsweredAndNothingIsKept() {
    List<Long> before = Rows.ofConsequence();

    Answer answer = staff.post(DOOR, question("\"facts\": [" + POSITIVE + "]"));

    assertThat(verdict(answer, "her2")).isEqualTo("met");
    assertThat(verdict(answer, "dx")).isEqualTo("not_found");
    assertThat(answer.text("verdict")).isEqualTo("not_found");
    assertThat(answer.body().path("missing").toString()).isEqualTo("[\"dx\",\"function\"]");
    assertThat(answer.body().path("alternatives").toString()).isEqualTo("[\"Wait.\"]");
    assertThat(answer.text("policy", "id")).isEqualTo("m");
    assertThat(Rows.ofConsequence()).isEqualTo(before);
  }

  @Test
  void factsThatDisagreeAreAConflict() {
    String negative = POSITIVE.replace("positive", "negative");

    Answer answer = staff.post(DOOR, question("\"facts\": [" + POSITIVE + "," + negative + "]"));

    assertThat(verdict(answer, "her2")).isEqualTo("conflict");
    assertThat(answer.text("verdict")).isEqualTo("conflict");
  }

  @Test
  void documentsAloneAreAnsweredWithWhereItStands() {
    String note = note();
    String reads = "select count(*) from audit_event where action = 'criteria.match'";
    long before = Rows.count(reads);

    Answer answer = staff.post(DOOR, question(documents(note)));

    JsonNode evidence = criterion(answer, "dx").path("evidence").path(0);
    assertThat(verdict(answer, "dx")).isEqualTo("met");
    assertThat(evidence.path("document_id").asText()).isEqualTo(note);
    assertThat(evidence.path("quote").asText()).isEqualTo("M54.16");
    assertThat(Rows.count(reads)).isEqualTo(before + 1);
  }

  /** The second page is somebody else's: neither its finding nor its words count. */
  @Test
  void aCriterionInWordsIsShownAndNotDecided() {
    Answer answer = staff.post(DOOR, question(documents(note())));
    JsonNode function = criterion(answer, "function");

    assertThat(function.path("verdict").asText()).isEqualTo("not_found");
    assertThat(function.path("decided_by").asText()).isEqualTo("nobody");
    assertThat(function.path("evidence").findValuesAsText("quote"))
        .containsExactly("She is unable to stand for more than ten minutes.");
    assertThat(verdict(answer, "her2")).isEqualTo("not_found");
  }

  @Test
  void theClinicsOwnPackIsFoundByServiceAndById() {
    String service =
        """
        {"payer_id": "%s", "code": "72148", "diagnosis_codes": ["M54.16"], "ordered_on": "2026-11-02",
         "facts": [{"kind": "diagnosis", "code": "M54.16"}]}"""
            .formatted(cases.payer());
    Answer chosen = staff.post(DOOR, service);
    assertThat(verdict(chosen, "diagnosis")).isEqualTo("met");
    assertThat(chosen.text("policy", "id")).isEqualTo("story-MATCH");
    staff.post(DOOR, service.replace("72148", "00100")).refused("1604");
    staff.post(DOOR, service.replace("2026-11-02", "2025-11-02")).refused("1604");
    staff
        .post(DOOR, service.replace(cases.payer(), DoorsStory.NOBODYS.get("payer")))
        .refused("1204");

    String named =
        "{\"policy_id\": \"story-MATCH\", \"version\": \"1\", \"facts\": [" + POSITIVE + "]}";
    assertThat(verdict(staff.post(DOOR, named), "diagnosis")).isEqualTo("not_found");
    staff.post(DOOR, named.replace("\"1\"", "\"2\"")).refused("1604");
    staff.post(DOOR, named.replace("story-MATCH", "story-none")).refused("1604");
  }

  @Test
  @Tag("security")
  void anotherClinicsDocumentsAndPacksAreNotThere() {
    Api there = Api.as("rita");
    String note = note();
    List<Long> before = Rows.ofConsequence();
    there.post(DOOR, question(documents(note))).refused("1501");
    there.post(DOOR, "{\"policy_id\": \"story-MATCH\", " + documents(note) + "}").refused("1604");
    assertThat(Rows.ofConsequence()).isEqualTo(before);
  }

  @Test
  void whatCannotBeAnsweredSaysAllThatIsWrong() {
    Answer wrong =
        staff
            .post(
                DOOR,
                question(
                        "\"policy_id\": \"p\", \"facts\": [{\"kind\": \"rumour\"}],"
                            + " \"diagnosis_codes\": [\"\"]")
                    .replace("\"HER2\"", "\"\""))
            .refused("1003");
    assertThat(wrong.body().path("errors").findValuesAsText("pointer"))
        .contains(
            "/policy/criteria/of/0/where/name/in",
            "/policy_id",
            "/facts/0/kind",
            "/diagnosis_codes/0");
    staff.post(DOOR, question("\"facts\": []")).refused("/facts", "missing");
    staff.post(DOOR, question(documents(note(), note()))).refused("/document_ids", "patients");
  }

  @Test
  void aCriterionInWordsWaitsForAClinician() {
    Answer taken =
        Api.as("ada")
            .post(
                "/api/v1/policies",
                """
                {"id": "story-words", "version": "1", "title": "In words", "payer_code": "MATCH",
                 "effective": {"from": "2026-01-01"}, "applies_to": {"codes": ["64483"]},
                 "authorization": "required",
                 "criteria": {"id": "function", "text": "Functional impairment", "ask": "A note.",
                              "narrative": {"hints": ["unable to"]}}}""");
    assertThat(taken.status()).isEqualTo(200);
    String request = cases.draft(ReadyCases.Wanted.of("64483", 1));
    read(request, "Patient: Jane Q. Sample   DOB: 04/05/1971\nShe is unable to climb stairs.\n");
    String place = "/api/v1/prior-authorizations/" + request;

    JsonNode open = staff.get(place + "/criteria").body().path("open");
    assertThat(open.findValuesAsText("kind")).containsExactly("confirm");
    assertThat(staff.get(place).text("state")).isEqualTo("REVIEW");
    Answer confirmed =
        Api.as("dr.okafor")
            .put(place + "/criteria/function/override", "{\"reason\": \"Seen today.\"}");
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(staff.get(place).text("state")).isEqualTo("READY");
  }

  @Test
  void theFormOfAPackIsGivenOut() {
    Answer schema = staff.get("/api/v1/policies/schema");
    assertThat(schema.header("Content-Type").orElseThrow()).startsWith("application/schema+json");
    assertThat(schema.raw().body()).contains("https://json-schema.org/draft/2020-12/schema");
  }
}
