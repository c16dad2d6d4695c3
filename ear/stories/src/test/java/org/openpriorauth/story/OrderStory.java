package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.Api.Answer;

/** An order is called by another system's id, and changes while it has not been sent. */
@ExtendWith(Stack.class)
class OrderStory {
  private static final String REQUESTS = "/api/v1/prior-authorizations";
  private static ReadyCases cases;

  private final Api staff = Api.as("sam");

  @BeforeAll
  static void payer() {
    cases = new ReadyCases("ORDER-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMR 7/3 ä", "a1b2c3d4-0000-4000-8000-%012d", "~x.y;z=1?#%%"})
  void anotherSystemsIdStandsWhereverOursDoes(String form) {
    String suffix = Long.toString(System.nanoTime() % 1_000_000_000_000L);
    String theirs =
        form.contains("%012d")
            ? form.formatted(Long.parseLong(suffix))
            : form.replace("%%", "%") + suffix;
    String patient =
        staff
            .post("/api/v1/patients", withExternalId(Cases.patientJson(), "p" + theirs))
            .text("id");
    String coverage = Cases.coverage(staff, patient);
    Answer made =
        staff.post(REQUESTS, withExternalId(Cases.requestJson("p" + theirs, coverage), theirs));
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.text("patient_id")).isEqualTo(patient);
    if (!theirs.contains("/")) {
      String place = REQUESTS + "/" + encoded(theirs);
      assertThat(staff.get(place).text("id")).isEqualTo(made.text("id"));
      assertThat(staff.get(place + "/timeline").body().path("items")).isNotEmpty();
      assertThat(staff.get("/api/v1/patients/" + encoded("p" + theirs)).text("id"))
          .isEqualTo(patient);
      Api.as("rita").get(place).refused("1301");
      Api.as("omar").get(place).refused("1105");
      Api.anonymous().get(place).refused("1101");
    }
  }

  @ParameterizedTest
  @CsvSource({"0193b000-0000-7000-8000-00000000abcd", "'  '", "'a\tb'"})
  void anIdThatIsNoneOrLooksLikeOursIsRefused(String id) {
    staff
        .post("/api/v1/patients", withExternalId(Cases.patientJson(), id))
        .refused("/external_id", "pattern");
    String patient = Cases.patient(staff);
    String request = Cases.requestJson(patient, Cases.coverage(staff, patient));
    staff.post(REQUESTS, withExternalId(request, id)).refused("/external_id", "pattern");
  }

  @Test
  void whatIsNamedChangesAndTheRestStays() throws SQLException {
    String patient = Cases.patient(staff);
    String coverage = Cases.coverage(staff, patient);
    String place =
        REQUESTS + "/" + staff.post(REQUESTS, Cases.requestJson(patient, coverage)).text("id");
    Answer first = staff.get(place);
    Answer urgent = patch(place, "{\"priority\": \"urgent\"}", first);
    assertThat(urgent.status()).as(urgent.body().toString()).isEqualTo(200);
    assertThat(urgent.text("priority")).isEqualTo("urgent");
    assertThat(urgent.body().path("items")).isEqualTo(first.body().path("items"));
    patch(place, "{\"priority\": \"routine\"}", first).refused("1007");

    String two =
        "{\"items\": [" + item("72148", 2, "M54.16") + "," + item("97110", 3, "M54.50") + "]}";
    Answer more = patch(place, two, urgent);
    assertThat(more.body().path("items").findValuesAsText("code"))
        .containsExactly("72148", "97110");
    Answer fewer = patch(place, "{\"items\": [" + item("97110", 1, "M54.50") + "]}", more);
    assertThat(fewer.body().path("items")).hasSize(1);
    assertThat(staff.get(place).body()).isEqualTo(fewer.body());
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'pa.change' and subject_id = '"
                    + fewer.text("id")
                    + "' and detail -> 'items' ->> 'before' like 'cpt 72148 × 2; %'"
                    + " and detail -> 'items' ->> 'after' = 'cpt 97110 × 1'"
                    + " and detail ->> 'diagnoses' = 'changed' and detail::text not like '%M54%'"))
        .isEqualTo(1);
    String own = "{\"external_id\": \"late-" + UUID.randomUUID() + "\"}";
    Answer named = patch(place, own, fewer);
    Answer same = patch(place, own, named);
    assertThat(same.status()).isEqualTo(200);
    patch(place, "{\"external_id\": \"other\"}", same).refused("/external_id", "given");
  }

  @Test
  void whatCannotBeAskedForChangesNothing() {
    String patient = Cases.patient(staff);
    String coverage = Cases.coverage(staff, patient);
    String stranger = Cases.coverage(staff, Cases.patient(staff));
    String place =
        REQUESTS + "/" + staff.post(REQUESTS, Cases.requestJson(patient, coverage)).text("id");
    Answer now = staff.get(place);
    patch(place, "{\"coverage_id\": \"" + stranger + "\"}", now).refused("1203");
    patch(place, "{\"items\": []}", now).refused("/items", "size");
    patch(place, "{\"items\": [" + item("7214", 1, "M54.16") + "]}", now)
        .refused("/items/0/code", "form");
    patch(place, "{\"ordered_on\": \"2099-01-01\"}", now).refused("/ordered_on", "in_future");
    patch(place, "{\"patient_id\": \"" + patient + "\"}", now).refused("1002");
    patch(place, "{\"state\": \"APPROVED\"}", now).refused("1002");
    staff.patch(place, "{\"priority\": \"urgent\"}").refused("1003");
    assertThat(staff.get(place).body()).isEqualTo(now.body());
    Answer cancelled = staff.delete(place, "If-Match", now.header("ETag").orElseThrow());
    patch(place, "{\"priority\": \"urgent\"}", cancelled).refused("1302");
  }

  /** What was concluded for one service must never go to the payer for another. */
  @Test
  void aReadyRequestThatAsksForSomethingElseIsJudgedAndPackedAnew() {
    String request = cases.ready("72148", 1);
    String place = REQUESTS + "/" + request;
    String sha = staff.get(place + "/packet").text("sha256");
    Answer ready = staff.get(place);
    assertThat(ready.text("state")).isEqualTo("READY");

    Answer other = patch(place, "{\"items\": [" + item("64483", 1, "M54.16") + "]}", ready);
    assertThat(other.text("state")).isEqualTo("REVIEW");
    JsonNode open = staff.get(place + "/criteria").body().path("open");
    assertThat(open.findValuesAsText("kind")).contains("no_policy");
    assertThat(staff.get(place + "/packet").body().path("current").asBoolean()).isFalse();
    assertThat(staff.post(place + "/submissions", "").status()).isEqualTo(409);

    Answer back = patch(place, "{\"items\": [" + item("72148", 4, "M54.16") + "]}", other);
    assertThat(back.text("state")).isEqualTo("READY");
    cases.awaitPacket(request);
    assertThat(staff.get(place + "/packet").text("sha256")).isNotEqualTo(sha);
  }

  /** A clinician's word for one service must not open the way for another. */
  @Test
  void whatWasDeclaredMetForOneServiceCountsForNoOther() {
    String request = cases.ready("72148", 1);
    String place = REQUESTS + "/" + request;
    Answer asked =
        patch(place, "{\"items\": [" + item("64483", 1, "M54.16") + "]}", staff.get(place));
    assertThat(asked.text("state")).isEqualTo("REVIEW");
    Api.as("dr.okafor")
        .put(place + "/criteria/policy/override", "{\"reason\": \"asked by phone\"}");
    Answer ready = staff.get(place);
    assertThat(ready.text("state")).isEqualTo("READY");
    Answer sooner = patch(place, "{\"priority\": \"urgent\"}", ready);
    assertThat(sooner.text("state")).isEqualTo("READY");
    Answer other = patch(place, "{\"items\": [" + item("64484", 1, "M54.16") + "]}", sooner);
    assertThat(other.text("state")).isEqualTo("REVIEW");
    assertThat(staff.get(place + "/criteria").body().path("open").findValuesAsText("kind"))
        .contains("no_policy");
  }

  private Answer patch(String place, String body, Answer seen) {
    return staff.patch(place, body, "If-Match", seen.header("ETag").orElseThrow());
  }

  private static String item(String code, int units, String diagnosis) {
    return """
        {"code_system": "cpt", "code": "%s", "units": %d, "diagnosis_codes": ["%s"]}"""
        .formatted(code, units, diagnosis);
  }

  private static String withExternalId(String json, String id) {
    return "{\"external_id\": "
        + Api.JSON.getNodeFactory().textNode(id)
        + ","
        + json.strip().substring(1);
  }

  private static String encoded(String word) {
    return java.net.URLEncoder.encode(word, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
