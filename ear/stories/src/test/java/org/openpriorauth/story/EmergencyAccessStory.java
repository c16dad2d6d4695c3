package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** Patient data opened in an emergency: for reading, for a while, and never unseen. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
@Thorough
class EmergencyAccessStory {
  static final String PLACE = "/api/v1/account/emergency-access";
  static final String REASON = "Jane Q. Sample was brought in unconscious.";

  private static String request;
  private static String patient;

  @BeforeAll
  static void aPatient() {
    request = Cases.request(Api.as("sam"));
    patient = Api.as("sam").get(request()).text("patient_id");
  }

  private static String request() {
    return "/api/v1/prior-authorizations/" + request;
  }

  /** Somebody signed in, with both tokens. */
  private record Signed(Api api, String refresh) {
    static Signed in(Newcomer who) {
      Answer signedIn = Api.signIn(who.username(), Newcomer.PASSWORD);
      return new Signed(
          Api.withToken(signedIn.text("access_token")), signedIn.text("refresh_token"));
    }

    Signed refreshed() {
      String body = Api.JSON.createObjectNode().put("refresh_token", refresh).toString();
      Answer answer = Api.anonymous().post("/api/v1/auth/refresh", body);
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      return new Signed(Api.withToken(answer.text("access_token")), answer.text("refresh_token"));
    }
  }

  static String body(String reason, String password) {
    return Api.JSON.createObjectNode().put("reason", reason).put("password", password).toString();
  }

  private static Answer open(Api who) {
    return who.post(PLACE, body(REASON, Newcomer.PASSWORD));
  }

  @Test
  void billingReadsWhatItsRoleDoesNotOpenAndChangesNothing() {
    Signed billing = Signed.in(Newcomer.as("billing"));
    billing.api().get(request()).refused("1105");
    Answer opened = open(billing.api()).created();
    assertThat(opened.body().path("expires_in").asLong()).isBetween(1L, 15 * 60L);
    Api reads = Api.withToken(opened.text("access_token"));
    assertThat(reads.get(request()).status()).isEqualTo(200);
    assertThat(reads.get("/api/v1/patients/" + patient).status()).isEqualTo(200);

    reads.delete(request(), "If-Match", "\"0\"").refused("1105");
    reads.post("/api/v1/patients", Cases.patientJson()).refused("1105");
    reads.get("/api/v1/audit/events").refused("1105");
    reads.get("/api/v1/users").refused("1105");
    assertThat(reads.get(PLACE).body().path("open").asBoolean()).isTrue();
  }

  @Test
  void whoseTrainingIsOverReadsToo() {
    Signed untrained = Signed.in(Newcomer.untrained("staff"));
    untrained.api().get("/api/v1/patients/" + patient).refused("1124");
    Api reads = Api.withToken(open(untrained.api()).created().text("access_token"));
    assertThat(reads.get("/api/v1/patients/" + patient).status()).isEqualTo(200);
    reads.post("/api/v1/patients", Cases.patientJson()).refused("1124");
  }

  @Test
  void itEndsAtOnceByItsPersonAndTheRefreshTokenGivesATokenAsBefore() {
    Signed billing = Signed.in(Newcomer.as("billing"));
    Api reads = Api.withToken(open(billing.api()).created().text("access_token"));
    Signed meanwhile = billing.refreshed();
    assertThat(meanwhile.api().get(request()).status()).isEqualTo(200);

    assertThat(reads.delete(PLACE).status()).isEqualTo(204);
    reads.get(request()).refused("1104");
    meanwhile.api().get(request()).refused("1104");
    Signed after = meanwhile.refreshed();
    after.api().get(request()).refused("1105");
    after.api().delete(PLACE).refused("1142");
    assertThat(after.api().get(PLACE).body().path("open").asBoolean(true)).isFalse();
  }

  @Test
  void noTokenOutlivesIt() {
    Signed billing = Signed.in(Newcomer.as("billing"));
    Answer opened = open(billing.api()).created();
    // Five minutes are left of it, and a token would live for fifteen.
    Rows.change(
        "update emergency_access set ends_at = now() + interval '5 minutes'"
            + " where id = cast(? as uuid)",
        opened.text("id"));
    Answer signed = refresh(billing.refresh());
    assertThat(signed.body().path("expires_in").asLong()).isBetween(240L, 300L);
    JsonNode claims = claims(signed.text("access_token"));
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(240L, 301L);
    Api reads = Api.withToken(signed.text("access_token"));
    assertThat(reads.get(request()).status()).isEqualTo(200);

    Rows.change(
        "update emergency_access set opened_at = opened_at - interval '1 hour',"
            + " ends_at = now() - interval '1 second' where id = cast(? as uuid)",
        opened.text("id"));
    reads.get(request()).refused("1104");
    String after = refresh(signed.text("refresh_token")).text("access_token");
    Api.withToken(after).get(request()).refused("1105");
    // It may be needed again.
    assertThat(open(Api.withToken(after)).created().text("id")).isNotEqualTo(opened.text("id"));
  }

  private static Answer refresh(String token) {
    return Api.anonymous()
        .post(
            "/api/v1/auth/refresh",
            Api.JSON.createObjectNode().put("refresh_token", token).toString());
  }

  private static JsonNode claims(String token) {
    try {
      return Api.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void itEndsWithItsSession() {
    Signed billing = Signed.in(Newcomer.as("billing"));
    String id = open(billing.api()).created().text("id");
    String body = Api.JSON.createObjectNode().put("refresh_token", billing.refresh()).toString();
    assertThat(Api.anonymous().post("/api/v1/auth/logout", body).status()).isEqualTo(204);
    String of = "select count(*) from emergency_access where id = cast(? as uuid)";
    assertThat(Rows.count(of + " and ended_at is not null", id)).isEqualTo(1);
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'session.close'"
                    + " and detail ->> 'emergency' = ?",
                id))
        .isEqualTo(1);
  }

  @Test
  void anotherSessionOfTheSamePersonStaysShut() {
    Newcomer who = Newcomer.as("billing");
    Signed here = Signed.in(who);
    Signed there = Signed.in(who);
    open(here.api()).created();
    there.refreshed().api().get(request()).refused("1105");
  }

  @Test
  void everyLineOfTheTrailNamesIt() {
    Signed billing = Signed.in(Newcomer.as("billing"));
    Answer opened = open(billing.api()).created();
    Api reads = Api.withToken(opened.text("access_token"));
    reads.get(request());
    reads.delete(request(), "If-Match", "\"0\"").refused("1105");
    reads.delete(PLACE);
    List<String> during =
        Rows.texts(
            "select action || ' ' || outcome from audit_event"
                + " where detail ->> 'emergency' = ? order by position",
            opened.text("id"));
    assertThat(during)
        .startsWith("emergency.open done")
        .contains("pa.read done", "pa:change refused", "api.call refused", "emergency.end done");
    assertThat(Rows.everything()).noneMatch(row -> row.contains(REASON));
    assertThat(Rows.everything())
        .noneMatch(
            row ->
                row.contains(
                    java.util.HexFormat.of().formatHex(REASON.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void whatIsNotInOrderOpensNothing() {
    Signed billing = Signed.in(Newcomer.as("billing"));
    Api api = billing.api();
    api.post(PLACE, body("too short", Newcomer.PASSWORD)).refused("/reason", "length");
    api.post(PLACE, body("x".repeat(501), Newcomer.PASSWORD)).refused("/reason", "length");
    api.post(PLACE, body(" ".repeat(40), Newcomer.PASSWORD)).refused("1003");
    api.post(PLACE, body(REASON, "not the password")).refused("/password", "wrong");
    api.post(PLACE, "{}").refused("1003");
    ObjectNode more = Api.JSON.createObjectNode().put("minutes", 100_000);
    api.post(PLACE, more.toString()).refused("1002");
    api.get(request()).refused("1105");
    Api.as("sam").post(PLACE, body(REASON, Api.password())).refused("1141");
    Api.as("sol").post(PLACE, body(REASON, Api.password())).refused("1105");
    Api.as("omar").post(PLACE, body(REASON, Api.password())).refused("1105");
    open(api).created();
    open(api).refused("1140");
  }

  @Test
  void guessingThePasswordMakesTheAccountRest() {
    Api billing = Signed.in(Newcomer.as("billing")).api();
    for (int i = 0; i < 5; i++) {
      billing.post(PLACE, body(REASON, "guess " + i)).refused("/password", "wrong");
    }
    open(billing).refused("1103");
  }

  @Test
  void ofTwoWhoOpenItAtOnceInOneSessionOneDoes() {
    Api billing = Signed.in(Newcomer.as("billing")).api();
    List<Integer> statuses =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> open(billing).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
  }

  /** An administrator without training may make keys, but gives none what is only borrowed. */
  @Test
  void noKeyIsMadeOfWhatIsBorrowed() {
    Newcomer who = Newcomer.untrained("admin");
    Answer signedIn = Api.signIn(who.username(), Newcomer.PASSWORD);
    who.enrol(Api.withToken(signedIn.text("access_token")));
    Api admin = Api.withToken(refresh(signedIn.text("refresh_token")).text("access_token"));
    Api reads = Api.withToken(open(admin).created().text("access_token"));
    assertThat(reads.get(request()).status()).isEqualTo(200);
    reads
        .post("/api/v1/api-keys", "{\"name\": \"Borrowed\", \"scope\": [\"pa:read\"]}")
        .refused("/scope", "unknown");
  }

  @Test
  void anotherClinicsPatientsStayThere() {
    String theirs = Cases.patient(Api.as("rita"));
    Signed billing = Signed.in(Newcomer.as("billing"));
    Api reads = Api.withToken(open(billing.api()).created().text("access_token"));
    reads.get("/api/v1/patients/" + theirs).refused("1201");
    assertThat(
            StreamSupport.stream(
                reads
                    .post("/api/v1/patients/search", "{\"name\": \"sample\"}")
                    .body()
                    .path("items")
                    .spliterator(),
                false))
        .noneMatch(p -> p.path("id").asText().equals(theirs));
  }
}
