package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpriorauth.story.Api.Answer;

/**
 * Every door without a good token: 401, and not one row written. On one of the servers a method
 * once ran before its answer was replaced by the refusal.
 */
@Tag("security")
@ExtendWith(Stack.class)
class DoorsStory {
  private static final String ID = "0193b000-0000-7000-8000-00000000abcd";
  private static final List<String> COUNTED =
      List.of(
          "patient",
          "coverage",
          "prior_authorization",
          "audit_event",
          "work_item",
          "clinical_document",
          "provider",
          "policy_pack",
          "payer_channel",
          "verification",
          "assessment",
          "packet",
          "submission",
          "submission_attempt",
          "payer_message",
          "determination");

  static Stream<String> doors() {
    return Stream.concat(requests(), others());
  }

  private static Stream<String> requests() {
    return Stream.of(
        "POST /api/v1/prior-authorizations",
        "GET /api/v1/prior-authorizations",
        "GET /api/v1/prior-authorizations/" + ID,
        "DELETE /api/v1/prior-authorizations/" + ID,
        "POST /api/v1/prior-authorizations/" + ID + "/documents",
        "GET /api/v1/prior-authorizations/" + ID + "/documents",
        "PUT /api/v1/prior-authorizations/" + ID + "/providers",
        "GET /api/v1/prior-authorizations/" + ID + "/criteria",
        "POST /api/v1/prior-authorizations/" + ID + "/criteria",
        "PUT /api/v1/prior-authorizations/" + ID + "/criteria/diagnosis/override",
        "GET /api/v1/prior-authorizations/" + ID + "/packet",
        "POST /api/v1/prior-authorizations/" + ID + "/packet",
        "GET /api/v1/prior-authorizations/" + ID + "/packet/content",
        "GET /api/v1/prior-authorizations/" + ID + "/submissions",
        "POST /api/v1/prior-authorizations/" + ID + "/submissions",
        "GET /api/v1/prior-authorizations/" + ID + "/determination",
        "GET /api/v1/prior-authorizations/" + ID + "/timeline");
  }

  private static Stream<String> others() {
    return Stream.of(
        "GET /api/v1/clinics/current",
        "GET /api/v1/payers",
        "POST /api/v1/patients",
        "POST /api/v1/patients/search",
        "GET /api/v1/patients/" + ID,
        "DELETE /api/v1/patients/" + ID,
        "POST /api/v1/patients/" + ID + "/coverages",
        "GET /api/v1/patients/" + ID + "/coverages",
        "GET /api/v1/documents/" + ID,
        "GET /api/v1/documents/" + ID + "/pages",
        "GET /api/v1/documents/" + ID + "/pages/1",
        "GET /api/v1/documents/" + ID + "/extraction",
        "PUT /api/v1/documents/" + ID + "/extraction",
        "PUT /api/v1/documents/" + ID + "/extraction/fields/" + ID,
        "PUT /api/v1/documents/" + ID + "/extraction/pages/1",
        "GET /api/v1/providers",
        "POST /api/v1/providers",
        "GET /api/v1/policies",
        "POST /api/v1/policies",
        "GET /api/v1/payers/" + ID + "/channels/fhir",
        "PUT /api/v1/payers/" + ID + "/channels/fhir",
        "GET /api/v1/submissions/" + ID,
        "GET /api/v1/submissions/" + ID + "/attempts/1",
        "POST /fhir/notifications/" + ID,
        "GET /api/v1/batch/jobs",
        "POST /api/v1/batch/jobs/retention/executions",
        "GET /api/v1/batch/executions/1");
  }

  @ParameterizedTest
  @MethodSource("doors")
  void noGoodTokenNoEntry(String door) {
    String good = Api.signIn("sam", Api.password()).text("access_token");
    List<Long> before = rows();
    for (Api api :
        List.of(
            Api.anonymous(),
            Api.withToken("nonsense"),
            Api.withToken(unsigned(good)),
            Api.withToken(forged(good)),
            Api.withToken(otherKey(good)))) {
      Answer refused = knock(api, door);
      assertThat(refused.status()).as(door).isEqualTo(401);
      assertThat(refused.text("code")).isEqualTo("OPA-1101");
      assertThat(refused.raw().body()).doesNotContain("Exception").doesNotContain("\tat ");
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aRoleWithoutThePermissionIsRefusedAndWrittenDown() {
    Api billing = Api.as("bea");
    assertThat(billing.post("/api/v1/patients", Cases.patientJson()).status()).isEqualTo(403);
    Api operator = Api.as("omar");
    assertThat(operator.get("/api/v1/prior-authorizations").status()).isEqualTo(403);
    assertThat(operator.post("/api/v1/patients/search", "{\"name\": \"sample\"}").status())
        .isEqualTo(403);
    assertThat(Api.as("sam").get("/api/v1/batch/jobs").status()).isEqualTo(403);
    assertThat(
            Rows.count(
                "select count(*) from audit_event where outcome = 'refused'"
                    + " and action = 'patient:change' and clinic_id is not null"))
        .isPositive();
  }

  @Test
  void unknownAddressesAndMethodsAnswerInTheSameShape() {
    Api staff = Api.as("sam");
    assertThat(staff.get("/api/v1/nothing-here").text("code")).isEqualTo("OPA-1008");
    assertThat(staff.get("/api/v1/patients/not-an-id").status()).isEqualTo(404);
    assertThat(staff.delete("/api/v1/payers").text("code")).isEqualTo("OPA-1009");
    assertThat(staff.get("/api/v1/prior-authorizations?after=%00").status()).isEqualTo(422);
    assertThat(staff.get("/api/v1/prior-authorizations?state=WRONG").status()).isEqualTo(422);
  }

  @Test
  void healthIsOpenAndTellsNothingMore() {
    for (String path : List.of("/health", "/health/live", "/health/ready")) {
      Answer health = Api.anonymous().get(path);
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.text("status")).isEqualTo("UP");
      assertThat(health.raw().body()).doesNotContain("jdbc:");
    }
  }

  private static Answer knock(Api api, String door) {
    String[] parts = door.split(" ");
    return switch (parts[0]) {
      case "GET" -> api.get(parts[1]);
      case "DELETE" -> api.delete(parts[1], "If-Match", "\"0\"");
      case "PUT" -> api.put(parts[1], "{}");
      default ->
          parts[1].endsWith("/documents")
              ? api.upload(parts[1], "note.txt", "A note.".getBytes(StandardCharsets.UTF_8))
              : api.post(parts[1], Cases.patientJson());
    };
  }

  /** The claims as they are, and the algorithm "none". */
  private static String unsigned(String token) {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    return header + "." + token.split("\\.")[1] + ".";
  }

  /** Another clinic in the claims, under the old signature. */
  private static String forged(String token) {
    String[] parts = token.split("\\.");
    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("000000000001", "000000000002");
    return parts[0]
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }

  /** Well made, by somebody else. */
  private static String otherKey(String token) {
    try {
      var generator = java.security.KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var signature = java.security.Signature.getInstance("SHA256withRSA");
      signature.initSign(generator.generateKeyPair().getPrivate());
      String signed = token.substring(0, token.lastIndexOf('.'));
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** How many rows each table of consequence holds. */
  private static List<Long> rows() {
    return COUNTED.stream().map(table -> Rows.count("select count(*) from " + table)).toList();
  }
}
