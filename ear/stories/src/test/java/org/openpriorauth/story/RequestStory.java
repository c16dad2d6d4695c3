package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.Api.Answer;

/** Patients and requests, and what cannot be made one. */
@ExtendWith(Stack.class)
class RequestStory {
  private final Api staff = Api.as("sam");

  @Test
  void aRequestIsMadeReadListedAndCancelled() {
    String id = Cases.request(staff);
    Answer read = staff.get("/api/v1/prior-authorizations/" + id);
    assertThat(read.text("state")).isEqualTo("DRAFT");
    assertThat(read.text("pa_number")).matches("CH-2026-\\d{6}-\\d");
    assertThat(read.body().path("items").path(0).path("code").asText()).isEqualTo("72148");
    Answer list = staff.get("/api/v1/prior-authorizations?limit=1");
    assertThat(list.body().path("items").path(0).path("id").asText()).isEqualTo(id);
    assertThat(list.text("next")).isNotEmpty();

    String seen = read.header("ETag").orElseThrow();
    String path = "/api/v1/prior-authorizations/" + id;
    staff.delete(path + "?reason=BORED", "If-Match", seen).refused("1003");
    Answer cancelled = staff.delete(path + "?reason=DECLINED", "If-Match", seen);
    assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    staff.delete(path, "If-Match", seen).refused("1007");
    staff.delete(path, "If-Match", cancelled.header("ETag").orElseThrow()).refused("1302");
  }

  @Test
  void otherSystemsNamesLeadToTheSamePlaces() {
    String id = Cases.request(staff);
    for (String name : List.of("pa", "requests", "prior-authorizations")) {
      assertThat(staff.get("/api/v1/" + name + "/" + id + "/").text("id")).isEqualTo(id);
    }
    assertThat(staff.get("/api/v1/pa/" + id + "/documents").header("Link"))
        .contains("</api/v1/prior-authorizations/" + id + "/documents>; rel=\"canonical\"");
    assertThat(staff.get("/api/v1/pa?limit=1").body().path("items")).hasSize(1);
    Api.anonymous().get("/api/v1/pa/" + id).refused("1101");
  }

  @Test
  void thePagesOfTheListHoldEachRequestOnce() {
    Set<String> made =
        IntStream.range(0, 5).mapToObj(i -> Cases.request(staff)).collect(Collectors.toSet());
    List<String> walked = new java.util.ArrayList<>();
    String after = "";
    for (int page = 0; page < 3; page++) {
      Answer answer = staff.get("/api/v1/prior-authorizations?limit=2" + after);
      answer.body().path("items").forEach(row -> walked.add(row.path("id").asText()));
      after = "&after=" + answer.text("next");
    }
    assertThat(walked).doesNotHaveDuplicates().containsAll(made);
  }

  @Test
  void theSameKeyMakesOneRequestHoweverOftenItIsSent() {
    String patient = Cases.patient(staff);
    String body = Cases.requestJson(patient, Cases.coverage(staff, patient));
    String key = "key-" + patient;
    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            staff.post(
                                "/api/v1/prior-authorizations", body, "Idempotency-Key", key)))
            .toList();
    Set<String> ids = sent.stream().map(a -> a.join().text("id")).collect(Collectors.toSet());
    assertThat(ids).hasSize(1);
    String other = body.replace("routine", "urgent");
    staff.post("/api/v1/prior-authorizations", other, "Idempotency-Key", key).refused("1006");
    staff.post("/api/v1/prior-authorizations", body, "Idempotency-Key", "a b").refused("1003");
  }

  @Test
  void twoPatientsAtOnceCannotShareARecordNumber() {
    String body = Cases.patientJson();
    oneOfFour(() -> staff.post("/api/v1/patients", body), "1202");
    staff.post("/api/v1/patients", body).refused("1202");
  }

  @Test
  void twoProvidersAtOnceCannotShareANumber() {
    Api admin = Api.as("ada");
    String body = "{\"kind\": \"organization\", \"name\": \"Twice\", \"npi\": \"1003000126\"}";
    oneOfFour(() -> admin.post("/api/v1/providers", body), "1207");
    admin.post("/api/v1/providers", body).refused("1207");
  }

  private static void oneOfFour(Supplier<Answer> send, String others) {
    List<Answer> answers =
        IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(send)).toList().stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(1);
    answers.stream().filter(a -> a.status() != 201).forEach(a -> a.refused(others));
  }

  @Test
  void whatHasNotHappenedYetIsSaid() {
    String place = "/api/v1/prior-authorizations/" + Cases.request(staff);
    staff.get(place + "/criteria").refused("1602");
    staff.get(place + "/packet").refused("1701");
    staff.get(place + "/determination").refused("1704");
  }

  @Test
  void aCoverageThatIsOverIsRefused() {
    String patient = Cases.patient(staff);
    String over =
        staff
            .post(
                "/api/v1/patients/" + patient + "/coverages",
                Cases.coverageJson(Cases.payer(staff), "2025-01-01", "2025-12-31"))
            .text("id");
    staff.post("/api/v1/prior-authorizations", Cases.requestJson(patient, over)).refused("1205");
  }

  @Test
  void patientsAreFoundByTheBeginningsOfTheirNames() {
    String id = Cases.patient(staff);
    Answer found = staff.post("/api/v1/patients/search", "{\"name\": \"samp jan\"}");
    assertThat(found.body().path("items").findValuesAsText("id")).contains(id);
    assertThat(found.body().toString()).doesNotContain("123456789");
    Answer none = staff.post("/api/v1/patients/search", "{\"name\": \"samp zzz\"}");
    assertThat(none.body().path("items")).isEmpty();
  }

  @Test
  void badInputIsNamedAndChangesNothing() {
    List<Long> before = Rows.ofConsequence();
    patient("{").refused("1001");
    patient("").refused("1001");
    patient("null").refused("1001");
    patient("[]").refused("1001");
    patient("{} {}").refused("1001");
    patient("{\"given_name\": {\"a\": 1}}").refused("1001");
    patient("{\"given_name\": 7}").refused("1001");
    patient("{\"birth_date\": \"yesterday\"}").refused("1001");
    patient("{\"nickname\": \"Jo\"}").refused("1002");
    patient("{\"given_name\": \"a\", \"given_name\": \"b\"}").refused("1001");
    patient("[".repeat(100_000)).refused("1001");
    patient("{\"given_name\": \"" + "x".repeat(2_000_000) + "\"}").refused("1004");
    String tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3).toString();
    Answer future =
        staff.post("/api/v1/patients", Cases.patientJson().replace("1971-04-05", tomorrow));
    future.refused("/birth_date", "in_future");
    assertThat(future.body().toString()).doesNotContain("Sample").doesNotContain(tomorrow);
    patient(Cases.patientJson().replace("1971", "1171")).refused("/birth_date", "too_early");
    patient(Cases.patientJson().replace("female", "f")).refused("/sex", "pattern");
    patient(Cases.patientJson().replace("89501", "8950")).refused("/address/zip_code", "pattern");
    assertThat(Rows.ofConsequence()).isEqualTo(before);
  }

  @Test
  void aWrongKindOfContentIsRefused() {
    Answer xml =
        staff.send(
            staff
                .request("/api/v1/patients")
                .header("Content-Type", "application/xml")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("<patient/>")));
    xml.refused("1005");
  }

  /** Well meant and wrong: each is named, and nothing is made of it. */
  @ParameterizedTest
  @CsvSource({
    "icd9,   72148,       M54.16,     /items/0/code_system pattern",
    "CPT,    72148,       M54.16,     /items/0/code_system pattern",
    "cpt,    7214,        M54.16,     /items/0/code form",
    "cpt,    7214X9,      M54.16,     /items/0/code form",
    "cpt,    J1745,       M54.16,     /items/0/code form",
    "hcpcs,  72148,       M54.16,     /items/0/code form",
    "hcpcs,  J174,        M54.16,     /items/0/code form",
    "hcpcs,  j1745,       M54.16,     /items/0/code form",
    "hcpcs,  X1745,       M54.16,     /items/0/code form",
    "ndc,    57894-030,   M54.16,     /items/0/code form",
    "rxnorm, 31O,         M54.16,     /items/0/code form",
    "cpt,    72148,       m54.16,     /items/0/diagnosis_codes/0 pattern",
    "cpt,    72148,       54.16,      /items/0/diagnosis_codes/0 pattern",
    "cpt,    72148,       M5,         /items/0/diagnosis_codes/0 pattern",
    "cpt,    72148,       M54.,       /items/0/diagnosis_codes/0 pattern",
    "cpt,    72148,       M54.16789,  /items/0/diagnosis_codes/0 pattern",
    "cpt,    72148,       'M54.16 ',  /items/0/diagnosis_codes/0 pattern",
    "cpt,    72148,       ' ',        /items/0/diagnosis_codes/0 pattern"
  })
  void aCodeThatCannotBeIsNamed(String system, String code, String diagnosis, String fault) {
    String body = ordered(system, code, diagnosis);
    List<Long> before = Rows.ofConsequence();
    String[] blamed = fault.split(" ");
    staff.post("/api/v1/prior-authorizations", body).refused(blamed[0], blamed[1]);
    assertThat(Rows.ofConsequence()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "cpt, 0054T, M54.16",
    "hcpcs, J1745, M06.9",
    "ndc, 57894-030-01, K50.90",
    "rxnorm, 191831, U07.1",
    "cpt, 97110, S83.511A"
  })
  void aCodeThatCanBeIsTaken(String system, String code, String diagnosis) {
    Answer made = staff.post("/api/v1/prior-authorizations", ordered(system, code, diagnosis));
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "1992799994", "3992799993", "199279999", "199279999X"})
  void aProvidersNumberThatDoesNotCheckIsNamed(String npi) {
    String body = "{\"kind\": \"organization\", \"name\": \"X\", \"npi\": \"" + npi + "\"}";
    Api.as("ada").post("/api/v1/providers", body).refused("/npi", "check_digit");
  }

  private String ordered(String system, String code, String diagnosis) {
    String patient = Cases.patient(staff);
    return Cases.requestJson(patient, Cases.coverage(staff, patient))
        .replace("\"cpt\"", '"' + system + '"')
        .replace("72148", code)
        .replace("M54.16", diagnosis);
  }

  private Answer patient(String body) {
    return staff.post("/api/v1/patients", body);
  }
}
