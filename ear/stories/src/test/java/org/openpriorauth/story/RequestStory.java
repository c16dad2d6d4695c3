package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

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
    Answer cancelled = staff.delete(path, "If-Match", seen);
    assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    assertThat(staff.delete(path, "If-Match", seen).text("code")).isEqualTo("OPA-1007");
    Answer again = staff.delete(path, "If-Match", cancelled.header("ETag").orElseThrow());
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("code")).isEqualTo("OPA-1302");
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
    Answer other =
        staff.post(
            "/api/v1/prior-authorizations",
            body.replace("routine", "urgent"),
            "Idempotency-Key",
            key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("code")).isEqualTo("OPA-1006");
  }

  @Test
  void twoPatientsAtOnceCannotShareARecordNumber() {
    String body = Cases.patientJson();
    List<Integer> statuses =
        IntStream.range(0, 4)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> staff.post("/api/v1/patients", body)))
            .toList()
            .stream()
            .map(a -> a.join().status())
            .sorted()
            .toList();
    assertThat(statuses).containsExactly(201, 409, 409, 409);
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
    Answer refused = staff.post("/api/v1/prior-authorizations", Cases.requestJson(patient, over));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("OPA-1205");
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
    assertThat(code("{")).isEqualTo("OPA-1001");
    assertThat(code("")).isEqualTo("OPA-1001");
    assertThat(code("null")).isEqualTo("OPA-1001");
    assertThat(code("[]")).isEqualTo("OPA-1001");
    assertThat(code("{} {}")).isEqualTo("OPA-1001");
    assertThat(code("{\"given_name\": {\"a\": 1}}")).isEqualTo("OPA-1001");
    assertThat(code("{\"given_name\": 7}")).isEqualTo("OPA-1001");
    assertThat(code("{\"birth_date\": \"yesterday\"}")).isEqualTo("OPA-1001");
    assertThat(code("{\"nickname\": \"Jo\"}")).isEqualTo("OPA-1002");
    assertThat(code("{\"given_name\": \"a\", \"given_name\": \"b\"}")).isEqualTo("OPA-1001");
    assertThat(code("[".repeat(100_000))).isEqualTo("OPA-1001");
    assertThat(code("{\"given_name\": \"" + "x".repeat(2_000_000) + "\"}")).isEqualTo("OPA-1004");
    String tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3).toString();
    Answer future =
        staff.post("/api/v1/patients", Cases.patientJson().replace("1971-04-05", tomorrow));
    assertThat(future.status()).isEqualTo(422);
    assertThat(future.body().path("errors").path(0).path("pointer").asText())
        .isEqualTo("/birth_date");
    assertThat(future.body().toString()).doesNotContain("Sample").doesNotContain(tomorrow);
  }

  @Test
  void aWrongKindOfContentIsRefused() {
    Answer xml =
        staff.send(
            staff
                .request("/api/v1/patients")
                .header("Content-Type", "application/xml")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("<patient/>")));
    assertThat(xml.status()).isEqualTo(415);
    assertThat(xml.text("code")).isEqualTo("OPA-1005");
  }

  private String code(String body) {
    return staff.post("/api/v1/patients", body).text("code");
  }
}
