package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.samples.SampleCases;
import org.openpriorauth.samples.SampleDocument;
import org.openpriorauth.story.Api.Answer;

/** What was read, what it proves, and what a person makes of it. */
@ExtendWith(Stack.class)
class ReviewStory {
  private static final String NOTE =
      """
      Progress note
      Patient: Jane Q. Sample
      DOB: 04/05/1971
      Date of visit: 11/02/2026

      Assessment: Lumbar radiculopathy (M54.16).
      """;

  private static ReadyCases cases;
  private static Api staff;

  @BeforeAll
  static void aPayer() {
    cases = new ReadyCases("REVIEW");
    staff = cases.staff();
  }

  @Test
  void aValueStandsWhereItsEvidenceSays() {
    String request = request(NOTE);
    JsonNode extraction = extraction(document(request));
    JsonNode code = field(extraction, "diagnosis.code");

    assertThat(code.path("value").asText()).isEqualTo("M54.16");
    assertThat(code.path("assertion").asText()).isEqualTo("present");
    assertThat(code.path("extracted_by").asText()).startsWith("rules/");
    JsonNode place = code.path("evidence").path(0);
    String text = pageText(document(request));
    assertThat(text.substring(place.path("start").asInt(), place.path("end").asInt()))
        .isEqualTo("M54.16")
        .isEqualTo(place.path("quote").asText());
    assertThat(extraction.path("pages").toString())
        .isEqualTo(
            "[{\"number\":1,\"source\":\"text\",\"rotation\":0,\"language\":null,\"patient_match\":\"yes\"}]");
    assertThat(extraction.path("conflicts").toString()).isEqualTo("[]");
  }

  @Test
  void whatAPersonRejectsProvesNothingAndWhatSheAcceptsDoes() {
    String request = cases.ready("72148", 1);
    String place = "/api/v1/documents/" + document(request) + "/extraction";
    String field = field(staff.get(place).body(), "diagnosis.code").path("id").asText();

    Answer rejected =
        staff.put(
            place + "/fields/" + field,
            "{\"verdict\": \"rejected\", \"reason\": \"another visit's\"}");
    assertThat(rejected.status()).isEqualTo(200);
    assertThat(state(request)).isEqualTo("REVIEW");
    assertThat(verdict(request, "diagnosis")).isEqualTo("not_found");
    assertThat(open(request)).containsExactly("missing");

    staff.put(place + "/fields/" + field, "{\"verdict\": \"changed\", \"value\": \"M54.17\"}");
    assertThat(verdict(request, "diagnosis")).isEqualTo("met");
    assertThat(state(request)).isEqualTo("READY");
    JsonNode said = field(staff.get(place).body(), "diagnosis.code").path("verification");
    assertThat(said.path("verdict").asText()).isEqualTo("changed");
    assertThat(said.path("value").asText()).isEqualTo("M54.17");

    staff.put(place + "/fields/" + field, "{\"verdict\": \"changed\", \"value\": \"K50.90\"}");
    assertThat(state(request)).isEqualTo("REVIEW");
  }

  @Test
  void aVerdictThatMakesNoSenseIsRefused() {
    String request = cases.ready("72148", 1);
    String place = "/api/v1/documents/" + document(request) + "/extraction";
    String field = field(staff.get(place).body(), "diagnosis.code").path("id").asText();

    staff
        .put(place + "/fields/" + field, "{\"verdict\": \"maybe\"}")
        .refused("/verdict", "pattern");
    staff.put(place + "/fields/" + field, "{\"verdict\": \"changed\"}").refused("/value", "value");
    staff
        .put(place + "/fields/" + field, "{\"verdict\": \"accepted\", \"value\": \"x\"}")
        .refused("1003");
    staff
        .put(place + "/fields/00000000-0000-0000-0000-000000000000", "{\"verdict\": \"accepted\"}")
        .refused("1508");
    staff.put(place + "/pages/9", "{\"verdict\": \"accepted\"}").refused("1505");
    assertThat(state(request)).isEqualTo("READY");
  }

  @Test
  void aPageThatNamesAnotherOrNobodyIsSetAsideUntilAPersonSaysWhoseItIs() {
    String other =
        request(
            NOTE.replace("Jane Q. Sample", "Walter Q. Nobody").replace("04/05/1971", "09/09/1950"));
    assertThat(open(other)).contains("quarantined", "missing");
    assertThat(verdict(other, "diagnosis")).isEqualTo("not_found");

    String nobody = request("Assessment: Lumbar radiculopathy (M54.16).\n");
    assertThat(open(nobody)).contains("quarantined");
    String page = "/api/v1/documents/" + document(nobody) + "/extraction/pages/1";
    assertThat(staff.put(page, "{\"verdict\": \"accepted\"}").status()).isEqualTo(200);
    assertThat(state(nobody)).isEqualTo("READY");
    assertThat(staff.put(page, "{\"verdict\": \"rejected\"}").status()).isEqualTo(200);
    assertThat(state(nobody)).isEqualTo("REVIEW");
    assertThat(open(nobody)).containsExactly("missing");
  }

  @Test
  void aLateDocumentThatCannotBeReadIsTakenOut() {
    String request = cases.ready("72148", 1);
    staff.upload(
        "/api/v1/prior-authorizations/" + request + "/documents",
        "broken.pdf",
        "%PDF-1.4 and no more".getBytes(StandardCharsets.UTF_8));
    await(request);
    assertThat(open(request)).containsExactly("unreadable");
    String broken =
        documents(request).stream()
            .filter(d -> d.path("state").asText().equals("failed"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();

    staff.put("/api/v1/documents/" + broken + "/extraction", "{\"verdict\": \"rejected\"}");

    assertThat(state(request)).isEqualTo("READY");
  }

  @Test
  @Tag("security")
  void onlyAClinicianOverridesAndSaysWhy() {
    String request = request("Patient: Jane Q. Sample\nDOB: 04/05/1971\nNothing else.\n");
    String place = "/api/v1/prior-authorizations/" + request + "/criteria/diagnosis/override";
    Api clinician = Api.as("dr.okafor");
    String why = "{\"reason\": \"I saw the patient myself.\"}";

    staff.put(place, why).refused("1105");
    clinician.put(place, "{\"reason\": \" \"}").refused("1003");
    clinician.put(place.replace("diagnosis", "nothing"), why).refused("1603");
    assertThat(state(request)).isEqualTo("REVIEW");

    assertThat(clinician.put(place, why).status()).isEqualTo(200);
    assertThat(state(request)).isEqualTo("READY");
    JsonNode criterion = criteria(request).path("criteria").path(0);
    assertThat(criterion.path("decided_by").asText()).isEqualTo("person");
  }

  @Test
  void withoutAPackAPersonMustAct() {
    String request = cases.draft(ReadyCases.Wanted.of("00100", 1));
    cases.upload(request);
    await(request);

    assertThat(open(request)).containsExactly("no_policy");
    assertThat(state(request)).isEqualTo("REVIEW");
  }

  @Test
  @Tag("security")
  void textToAMachineIsText() {
    SampleDocument trap =
        SampleCases.traps().stream()
            .filter(d -> d.fileName().startsWith("words-to-a-machine"))
            .findFirst()
            .orElseThrow();
    String request = cases.draft(ReadyCases.Wanted.of("72148", 1));
    staff.upload(
        "/api/v1/prior-authorizations/" + request + "/documents", trap.fileName(), trap.content());
    await(request);
    JsonNode extraction = extraction(document(request));

    List<JsonNode> claimed =
        StreamSupport.stream(extraction.path("fields").spliterator(), false)
            .filter(f -> f.path("value").asText().contains("M45.9"))
            .toList();
    assertThat(claimed).allMatch(f -> f.path("assertion").asText().equals("quoted"));
    assertThat(state(request)).isEqualTo("REVIEW");
  }

  @Test
  void aPackIsTakenOnceAVersionAfterItsOwnTestsPassed() {
    Api admin = Api.as("ada");
    String pack =
        """
        {"id": "p-%1$d", "version": "1", "title": "P", "payer_code": "REVIEW",
         "effective": {"from": "2026-01-01"}, "applies_to": {"codes": ["99999"]},
         "authorization": "required",
         "criteria": {"id": "a", "text": "A", "fact": "finding",
                      "where": {"name": {"in": ["A"]}}},
         "tests": [{"name": "t", "today": "2026-01-01", "facts": [], "expect": {"a": "%2$s"}}]}
        """;
    long id = System.nanoTime();

    Answer wrong = admin.post("/api/v1/policies", pack.formatted(id, "met"));
    wrong.refused("1003");
    assertThat(wrong.body().path("errors").path(0).path("pointer").asText())
        .isEqualTo("/tests/0/expect/a");
    Answer first = admin.post("/api/v1/policies", pack.formatted(id, "not_found"));
    assertThat(first.status()).isEqualTo(200);
    Answer again = admin.post("/api/v1/policies", pack.formatted(id, "not_found"));
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    admin
        .post("/api/v1/policies", pack.formatted(id, "not_found").replace("\"P\"", "\"Q\""))
        .refused("1601");
    staff.post("/api/v1/policies", pack.formatted(id, "met")).refused("1105");
    admin
        .post(
            "/api/v1/policies",
            pack.formatted(id + 1, "met")
                .replace("REVIEW", "NOBODY")
                .replace("\"met\"", "\"not_found\""))
        .refused("1204");
  }

  @Test
  void anAddressThatNoPayerHasIsNamed() {
    Api admin = Api.as("ada");
    String door = "/api/v1/payers/" + Cases.payer(admin) + "/channels/fhir";
    for (String address : List.of("file:///etc/passwd", "payer.example.org", "ftp://a.example")) {
      admin.put(door, "{\"base_url\": \"" + address + "\"}").refused("/base_url", "address");
    }
    for (String address :
        List.of("https://169.254.169.254/latest", "https://2130706434/fhir", "https://10.0.0.7")) {
      admin.put(door, "{\"base_url\": \"" + address + "\"}").refused("/base_url", "inside");
    }
    admin.put(door, "{\"base_url\": \"https://a.example:22\"}").refused("/base_url", "port");
  }

  private static String request(String note) {
    String request = cases.draft(ReadyCases.Wanted.of("72148", 1));
    staff.upload(
        "/api/v1/prior-authorizations/" + request + "/documents",
        "note.txt",
        note.getBytes(StandardCharsets.UTF_8));
    await(request);
    return request;
  }

  /** Until every document is through and the request has been judged. */
  private static void await(String request) {
    Eventually.get(
        Duration.ofSeconds(60),
        () -> state(request),
        s ->
            Set.of("REVIEW", "READY").contains(s)
                && documents(request).stream()
                    .noneMatch(d -> d.path("state").asText().equals("queued")));
  }

  private static String place(String request) {
    return "/api/v1/prior-authorizations/" + request;
  }

  private static String state(String request) {
    return staff.get(place(request)).text("state");
  }

  private static JsonNode criteria(String request) {
    return staff.get(place(request) + "/criteria").body();
  }

  private static List<String> open(String request) {
    return criteria(request).path("open").findValuesAsText("kind");
  }

  private static String verdict(String request, String criterion) {
    for (JsonNode c : criteria(request).path("criteria")) {
      if (c.path("id").asText().equals(criterion)) {
        return c.path("verdict").asText();
      }
    }
    return "none";
  }

  private static List<JsonNode> documents(String request) {
    return StreamSupport.stream(
            staff.get(place(request) + "/documents").body().path("items").spliterator(), false)
        .toList();
  }

  private static String document(String request) {
    return documents(request).get(0).path("id").asText();
  }

  private static JsonNode extraction(String document) {
    return staff.get("/api/v1/documents/" + document + "/extraction").body();
  }

  private static String pageText(String document) {
    return staff
        .get("/api/v1/documents/" + document + "/pages")
        .body()
        .path("items")
        .path(0)
        .path("text")
        .asText();
  }

  private static JsonNode field(JsonNode extraction, String name) {
    for (JsonNode field : extraction.path("fields")) {
      if (field.path("name").asText().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no " + name + " in " + extraction);
  }
}
