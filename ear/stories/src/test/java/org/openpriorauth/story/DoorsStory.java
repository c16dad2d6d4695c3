package org.openpriorauth.story;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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

  /** Ids of the right form that nothing has. */
  static final Map<String, String> NOBODYS =
      Map.ofEntries(
          entry("patient", ID),
          entry("coverage", ID),
          entry("provider", ID),
          entry("session", ID),
          entry("user", ID),
          entry("invitation", ID),
          entry("payer", ID),
          entry("policy", ID),
          entry("example", "example-cpap"),
          entry("request", ID),
          entry("criterion", "diagnosis"),
          entry("kind", "necessity"),
          entry("version", "1"),
          entry("document", ID),
          entry("upload", ID),
          entry("field", ID),
          entry("page", "1"),
          entry("submission", ID),
          entry("attempt", "1"),
          entry("channel", ID),
          entry("clinic", ID),
          entry("key", ID),
          entry("alert", ID),
          entry("system", "icd10cm"),
          entry("code", "M54.16"),
          entry("prompt", "passages"),
          entry("job", "retention"),
          entry("execution", "1"));

  private static Map<String, String> bad;

  @BeforeAll
  static void tokens() {
    bad = Tokens.bad("sam");
  }

  static Stream<Door> doors() {
    return Door.ALL.stream().filter(door -> !door.open());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void noGoodTokenNoEntry(Door door) {
    List<Long> before = Rows.ofConsequence();
    door.knock(Api.anonymous(), NOBODYS).refused("1101");
    bad.forEach(
        (what, token) -> {
          Answer refused = door.knock(Api.withToken(token), NOBODYS);
          assertThat(refused.status()).as(what).isEqualTo(401);
          refused.refused("1101");
        });
    assertThat(Rows.ofConsequence()).isEqualTo(before);
  }

  /** What is tried above differs from this one by one thing only. */
  @Test
  void aTokenUnderTheSystemsOwnKeyOpens() {
    String good = Api.signIn("sam", Api.password()).text("access_token");
    assertThat(Api.withToken(Tokens.resigned(good)).get("/api/v1/clinics/current").status())
        .isEqualTo(200);
  }

  /** While a site changes the signing key, nobody is signed out. */
  @Test
  void aTokenUnderTheKeyBeforeOpensAsLongAsItLives() {
    String good = Api.signIn("sam", Api.password()).text("access_token");
    assertThat(Api.withToken(Tokens.ofFormerKey(good)).get("/api/v1/clinics/current").status())
        .isEqualTo(200);
  }

  @Test
  void aRoleWithoutThePermissionIsRefusedAndWrittenDown() {
    Api billing = Api.as("bea");
    billing.post("/api/v1/patients", Cases.patientJson()).refused("1105");
    Api operator = Api.as("omar");
    operator.get("/api/v1/prior-authorizations").refused("1105");
    operator.post("/api/v1/patients/search", "{\"name\": \"sample\"}").refused("1105");
    Api.as("sam").get("/api/v1/batch/jobs").refused("1105");
    assertThat(
            Rows.count(
                "select count(*) from audit_event where outcome = 'refused'"
                    + " and action = 'patient:change' and clinic_id is not null"))
        .isPositive();
  }

  @Test
  void unknownAddressesAndMethodsAnswerInTheSameShape() {
    Api staff = Api.as("sam");
    staff.get("/api/v1/nothing-here").refused("1008");
    staff.get("/api/v1/patients/not-an-id").refused("1201");
    staff.get("/api/v1/documents/not-an-id").refused("1008");
    staff.delete("/api/v1/payers").refused("1009");
    staff.get("/api/v1/prior-authorizations?after=%00").refused("1003");
    staff.get("/api/v1/prior-authorizations?state=WRONG").refused("1003");
  }

  @Test
  void oddNamesAreNoWayAroundTheRules() {
    Api staff = Api.as("sam");
    String calls = "select count(*) from audit_event where action = 'api.call' and subject = ?";
    String door = "GET /api/v1/payers";
    long before = Rows.count(calls, door);
    assertThat(staff.get("/api/v1/payers?%00=1&%3Cb%3E=2").status()).isEqualTo(200);
    assertThat(Rows.count(calls, door)).isEqualTo(before + 1);
    Answer nul = staff.get("/api/v1/prior-authorizations/a%00b");
    if (Stack.PAYARA) {
      assertThat(nul.status()).isEqualTo(400);
    } else {
      nul.refused("1301");
    }
    Answer unknown = staff.post("/api/v1/patients", "{\"<script>\": 1}").refused("1002");
    assertThat(unknown.text("detail")).isEqualTo("There is no field /? here.");
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
}
