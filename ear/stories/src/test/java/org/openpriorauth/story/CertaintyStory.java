package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;

/** How certain a value is, what is used before a person saw it, and what the review teaches. */
@ExtendWith(Stack.class)
class CertaintyStory {
  private static final String CLINIC = "/api/v1/clinics/current";
  private static final UUID HERE = DemoClinic.CEDAR_HOLLOW.id();
  private static final UUID THERE = DemoClinic.RIVERBEND.id();

  private static ReadyCases cases;
  private static Api staff;

  @BeforeAll
  static void aPayer() {
    cases = new ReadyCases("CERTAIN");
    staff = cases.staff();
  }

  @BeforeEach
  @AfterEach
  void asItComes() {
    assertThat(threshold("0.95").status()).isEqualTo(200);
    Rows.change("delete from looked_at_field");
    Rows.change("delete from calibration");
  }

  @Test
  void aValueSaysHowCertainItIsAndWhatThatRestsOn() {
    String request = cases.ready("72148", 1);
    JsonNode code = field(request, "diagnosis.code");
    assertThat(code.path("confidence").asDouble()).isBetween(0.95, 0.999);
    assertThat(code.at("/calibration/id").asText()).matches("20\\d\\d-\\d\\d");
    assertThat(code.at("/calibration/n").asInt()).isGreaterThanOrEqualTo(100);
    assertThat(code.at("/calibration/ece").asDouble()).isBetween(0.0, 0.2);
  }

  @Test
  void belowTheClinicsThresholdNothingIsUsedBeforeAPersonSawIt() {
    assertThat(threshold("1").body().path("unseen_from").asDouble()).isEqualTo(1);
    String request = cases.draft(ReadyCases.Wanted.of("72148", 1));
    cases.upload(request);
    String place = "/api/v1/prior-authorizations/" + request;
    Eventually.get(
        Duration.ofMinutes(1), () -> staff.get(place).text("state"), s -> !s.equals("INTAKE"));
    assertThat(staff.get(place).text("state")).isEqualTo("REVIEW");
    assertThat(staff.get(place + "/criteria").body().at("/open/0/kind").asText())
        .isEqualTo("confirm");

    accept(request);
    assertThat(staff.get(place).text("state")).isEqualTo("READY");
    assertThat(
            Rows.texts(
                "select name || ' ' || source || ' ' || correct from looked_at_field"
                    + " where clinic_id = ?",
                HERE))
        .containsExactly("diagnosis.code text true");
  }

  @Test
  void aThresholdIsSaidInItsRangeByWhoSawTheLastOne() {
    threshold("0.79").refused("/unseen_from", "range");
    threshold("1.01").refused("/unseen_from", "range");
    threshold("0.955").refused("/unseen_from", "range");
    Api.as("ada")
        .put(CLINIC + "/reading", "{\"unseen_from\": 0.9}", "If-Match", "\"9999\"")
        .refused("1007");
    staff.put(CLINIC + "/reading", "{\"unseen_from\": 0.9}", "If-Match", "\"0\"").refused("1105");
  }

  @Test
  void aClinicLearnsFromItsOwnPeopleAndNoOtherDoes() {
    looked(120, 60);
    assertThat(Jobs.run("refit")).isEqualTo("COMPLETED");
    assertThat(made(HERE)).isEqualTo(1);
    assertThat(made(THERE)).isZero();
    assertThat(Jobs.run("refit")).isEqualTo("COMPLETED");
    assertThat(made(HERE)).as("nothing new").isEqualTo(1);

    String request = cases.draft(ReadyCases.Wanted.of("72148", 1));
    cases.upload(request);
    Eventually.get(
        Duration.ofMinutes(1),
        () -> staff.get("/api/v1/prior-authorizations/" + request).text("state"),
        s -> !s.equals("INTAKE"));
    JsonNode code = field(request, "diagnosis.code");
    assertThat(code.at("/calibration/id").asText()).startsWith("clinic 20");
    assertThat(code.at("/calibration/n").asInt()).isEqualTo(120);
    assertThat(code.path("confidence").asDouble()).as("every second was wrong").isLessThan(0.9);
  }

  @Test
  void theCheckWarnsWhereClaimsDoNotHold() {
    looked(120, 12);
    assertThat(reading().path("status").asText()).isEqualTo("pass");
    looked(120, 60);
    assertThat(reading().path("status").asText()).isEqualTo("warn");
    assertThat(reading().path("advice").asText()).contains("Practice");
  }

  /** Diagnosis codes that people looked at, all read with 0.9 and called so. */
  private static void looked(int many, int wrong) {
    Rows.change(
        "insert into looked_at_field (field_id, clinic_id, document_id, name, source, score,"
            + " confidence, extracted_by, correct, looked_at) select gen_random_uuid(), ?,"
            + " gen_random_uuid(), 'diagnosis.code', 'text', 0.999, 0.9, 'rules/1.0', i > ?,"
            + " now() from generate_series(1, ?) i",
        HERE,
        wrong,
        many);
  }

  private static long made(UUID clinic) {
    return Rows.count("select count(*) from calibration where clinic_id = ?", clinic);
  }

  private static JsonNode reading() {
    return StreamSupport.stream(
            Api.as("sol").get("/api/v1/admin/checks").body().path("items").spliterator(), false)
        .filter(check -> check.path("name").asText().equals("reading"))
        .findFirst()
        .orElseThrow();
  }

  private static Answer threshold(String certainty) {
    Api ada = Api.as("ada");
    String seen = ada.get(CLINIC).raw().headers().firstValue("ETag").orElseThrow();
    return ada.put(CLINIC + "/reading", "{\"unseen_from\": " + certainty + "}", "If-Match", seen);
  }

  private static void accept(String request) {
    String place = extraction(request);
    String field = field(request, "diagnosis.code").path("id").asText();
    assertThat(staff.put(place + "/fields/" + field, "{\"verdict\": \"accepted\"}").status())
        .isEqualTo(200);
  }

  private static JsonNode field(String request, String name) {
    return StreamSupport.stream(
            staff.get(extraction(request)).body().path("fields").spliterator(), false)
        .filter(f -> f.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String extraction(String request) {
    String documents = "/api/v1/prior-authorizations/" + request + "/documents";
    String id = staff.get(documents).body().path("items").path(0).path("id").asText();
    return "/api/v1/documents/" + id + "/extraction";
  }
}
