package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.identity.Totp;
import org.openpriorauth.story.Api.Answer;

/** Second factor, sessions and password, as a person handles their own. */
@Tag("security")
@ExtendWith(Stack.class)
class AccountStory {
  private static final String NEW = "tin walrus orbit ledger";

  /** Everybody is as before: the stories share their people. */
  @AfterEach
  void forget() {
    forgetEverything();
  }

  static void forgetEverything() {
    Rows.change(
        "update app_user set failed_sign_ins = 0, resting_until = null, password_hash ="
            + " (select password_hash from app_user where username = 'sam')");
    for (String table : List.of("recovery_code", "second_factor")) {
      Rows.change(
          "delete from "
              + table
              + " where user_id in (select id from app_user where username in (?, ?))",
          "bea",
          "rhea");
    }
  }

  @Test
  void anAdministratorMayDoNothingBeforeTheSecondFactorIsSetUp() {
    role("bea", "admin");
    try {
      Answer signedIn = Api.signIn("bea", Api.password());
      assertThat(signedIn.body().path("mfa_enrolment_required").asBoolean()).isTrue();
      Api bea = Api.withToken(signedIn.text("access_token"));
      bea.get("/api/v1/clinics/current").refused("1109");
      bea.post("/api/v1/patients/search", "{\"name\": \"sample\"}").refused("1109");
      enrol(bea);
      assertThat(bea.get("/api/v1/auth/mfa").body().path("required").asBoolean()).isTrue();
      ObjectNode refresh = json("refresh_token", signedIn.text("refresh_token"));
      String token =
          Api.anonymous().post("/api/v1/auth/refresh", refresh.toString()).text("access_token");
      assertThat(Api.withToken(token).get("/api/v1/clinics/current").status()).isEqualTo(200);
    } finally {
      role("bea", "billing");
    }
  }

  @Test
  void withAnAuthenticatorThePasswordAloneOpensNothing() {
    byte[] secret = enrol(Api.as("rhea")).secret();
    Api.signIn("rhea", Api.password()).refused("1107");
    Api.signIn("rhea", "not the password").refused("1102");
    People.signIn("rhea", "000000").refused("1108");
    String next = Totp.code(secret, Totp.step(Instant.now()) + 1);
    assertThat(People.signIn("rhea", next).status()).isEqualTo(200);
    People.signIn("rhea", next).refused("1108");
  }

  @Test
  void ofTwoSignInsWithOneCodeOneIsLetIn() {
    byte[] secret = enrol(Api.as("rhea")).secret();
    String code = Totp.code(secret, Totp.step(Instant.now()) + 1);
    List<Integer> statuses =
        IntStream.range(0, 4)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> People.signIn("rhea", code).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
  }

  @Test
  void guessingCodesMakesTheAccountRest() {
    enrol(Api.as("rhea"));
    for (int i = 0; i < 5; i++) {
      People.signIn("rhea", "00000" + i).refused("1108");
    }
    People.signIn("rhea", "000009").refused("1103");
  }

  @Test
  void aRecoveryCodeOpensOnceHoweverItIsTyped() {
    List<String> codes = enrol(Api.as("rhea")).recoveryCodes();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).as("120 bits").allMatch(code -> code.matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"));
    String typed = codes.get(3).toUpperCase(java.util.Locale.ROOT).replace('-', ' ');
    Answer signedIn = People.signIn("rhea", typed);
    assertThat(signedIn.status()).isEqualTo(200);
    People.signIn("rhea", codes.get(3)).refused("1108");
    Answer left = Api.withToken(signedIn.text("access_token")).get("/api/v1/auth/mfa");
    assertThat(left.body().path("recovery_codes_left").asInt()).isEqualTo(9);
  }

  /** Those that an earlier release handed out have four groups. */
  @Test
  void aShorterRecoveryCodeOfBeforeOpensToo() {
    enrol(Api.as("rhea"));
    Rows.change(
        "insert into recovery_code (user_id, hash) select id, sha256(?) from app_user"
            + " where username = 'rhea'",
        "abcdefghijklmnop".getBytes(StandardCharsets.US_ASCII));
    assertThat(People.signIn("rhea", "abcd-efgh-ijkl-mnop").status()).isEqualTo(200);
    People.signIn("rhea", "abcd-efgh-ijkl-mnop").refused("1108");
  }

  @Test
  void theSecondFactorIsTakenAwayWithPasswordAndCodeOnly() {
    Api rhea = Api.as("rhea");
    Enrolled enrolled = enrol(rhea);
    rhea.post("/api/v1/auth/mfa", json("password", Api.password()).toString()).refused("1112");
    String place = "/api/v1/auth/mfa/remove";
    ObjectNode body = json("password", "not the password").put("totp", "000000");
    rhea.post(place, body.toString()).refused("/password", "wrong");
    body.put("password", Api.password());
    rhea.post(place, body.toString()).refused("1108");
    body.put("totp", enrolled.recoveryCodes().get(0));
    assertThat(rhea.post(place, body.toString()).status()).isEqualTo(204);
    assertThat(Api.signIn("rhea", Api.password()).status()).isEqualTo(200);
  }

  @Test
  void aPersonSeesTheirSessionsAndEndsOneAndItsTokensAreDead() {
    Api here = Api.as("rhea");
    Answer there = Api.signIn("rhea", Api.password());
    Api lost = Api.withToken(there.text("access_token"));
    assertThat(lost.get("/api/v1/clinics/current").status()).isEqualTo(200);

    JsonNode sessions = here.get("/api/v1/auth/sessions").body().path("items");
    JsonNode newest =
        StreamSupport.stream(sessions.spliterator(), false)
            .filter(s -> !s.path("current").asBoolean())
            .findFirst()
            .orElseThrow();
    assertThat(newest.path("kind").asText()).isEqualTo("token");
    assertThat(newest.path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(newest.path("agent").asText()).startsWith("Java-http-client/");
    String place = "/api/v1/auth/sessions/" + newest.path("id").asText();
    assertThat(here.delete(place).status()).isEqualTo(204);
    here.delete(place).refused("1110");

    lost.get("/api/v1/clinics/current").refused("1104");
    ObjectNode refresh = json("refresh_token", there.text("refresh_token"));
    Api.anonymous().post("/api/v1/auth/refresh", refresh.toString()).refused("1104");
    assertThat(here.get("/api/v1/clinics/current").status()).isEqualTo(200);
  }

  @Test
  void nobodyEndsAnotherPersonsSession() {
    Api sam = Api.as("sam");
    String id = "";
    for (JsonNode session : sam.get("/api/v1/auth/sessions").body().path("items")) {
      id = session.path("current").asBoolean() ? session.path("id").asText() : id;
    }
    Api.as("rhea").delete("/api/v1/auth/sessions/" + id).refused("1110");
    assertThat(sam.get("/api/v1/clinics/current").status()).isEqualTo(200);
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    Api here = Api.as("rhea");
    Api there = Api.as("rhea");
    ObjectNode change = json("current_password", Api.password()).put("new_password", NEW);
    assertThat(here.post("/api/v1/auth/password", change.toString()).status()).isEqualTo(204);
    there.get("/api/v1/clinics/current").refused("1104");
    assertThat(here.get("/api/v1/clinics/current").status()).isEqualTo(200);
    Api.signIn("rhea", Api.password()).refused("1102");
    assertThat(Api.signIn("rhea", NEW).status()).isEqualTo(200);
  }

  @Test
  void aPasswordThatIsEasyToGuessIsRefused() {
    Api rhea = Api.as("rhea");
    Map<String, String> refused =
        Map.of(
            "elevenchars", "short", "password1234", "guessable", "rhea@example.org", "guessable");
    refused.forEach(
        (password, fault) -> {
          ObjectNode change =
              json("current_password", Api.password()).put("new_password", password);
          rhea.post("/api/v1/auth/password", change.toString()).refused("/new_password", fault);
        });
    ObjectNode wrong = json("current_password", "not the password").put("new_password", NEW);
    rhea.post("/api/v1/auth/password", wrong.toString()).refused("/current_password", "wrong");
    assertThat(Api.signIn("rhea", Api.password()).status()).isEqualTo(200);
  }

  /** By mail, so that it is heard of also by who is not signed in; with no link to be imitated. */
  @Test
  void theOwnerHearsOfWhatAThiefWouldDo() {
    Newcomer nora = Newcomer.as("staff");
    Api api = nora.signIn();
    byte[] secret = nora.enrol(api);
    String next = Totp.code(secret, Totp.step(Instant.now()) + 1);
    ObjectNode remove = json("password", Newcomer.PASSWORD).put("totp", next);
    assertThat(api.post("/api/v1/auth/mfa/remove", remove.toString()).status()).isEqualTo(204);
    ObjectNode change = json("current_password", Newcomer.PASSWORD);
    change.put("new_password", "brass heron quilt meadow");
    assertThat(api.post("/api/v1/auth/password", change.toString()).status()).isEqualTo(204);
    nora.enrol(api, "brass heron quilt meadow");
    Api.as("ada").post("/api/v1/users/" + nora.id() + "/mfa/reset", "{}");
    List<String> told = Newcomer.mails(nora.email(), 6);
    assertThat(told.subList(1, told.size()))
        .map(mail -> mail.lines().findFirst().orElse(""))
        .containsExactlyInAnyOrder(
            "Your second factor was set up",
            "Your second factor was taken away",
            "Your password was changed",
            "Your second factor was set up",
            "Your second factor was taken away by your administrator");
    assertThat(told.subList(1, told.size())).noneMatch(mail -> mail.contains("://"));
  }

  @Test
  void guessingThePasswordInsideASessionMakesTheAccountRest() {
    Api rhea = Api.as("rhea");
    ObjectNode wrong = json("current_password", "not the password").put("new_password", NEW);
    for (int i = 0; i < 5; i++) {
      rhea.post("/api/v1/auth/password", wrong.toString()).refused("/current_password", "wrong");
    }
    wrong.put("current_password", Api.password());
    rhea.post("/api/v1/auth/password", wrong.toString()).refused("1103");
  }

  @Test
  void aCodeWithoutABeginningIsRefused() {
    Api.as("rhea")
        .post("/api/v1/auth/mfa/confirm", json("totp", "000000").toString())
        .refused("1111");
  }

  static void role(String username, String role) {
    Rows.change(
        "update membership set role = ? where user_id = (select id from app_user"
            + " where username = ?)",
        role,
        username);
  }

  private record Enrolled(byte[] secret, List<String> recoveryCodes) {}

  private static Enrolled enrol(Api who) {
    byte[] secret =
        Totp.bytes(
            who.post("/api/v1/auth/mfa", json("password", Api.password()).toString())
                .text("secret"));
    who.post("/api/v1/auth/mfa/confirm", json("totp", "000000").toString())
        .refused("/totp", "wrong");
    String code = Totp.code(secret, Totp.step(Instant.now()));
    Answer confirmed = who.post("/api/v1/auth/mfa/confirm", json("totp", code).toString());
    assertThat(confirmed.status()).isEqualTo(200);
    return new Enrolled(
        secret,
        StreamSupport.stream(confirmed.body().path("recovery_codes").spliterator(), false)
            .map(JsonNode::asText)
            .toList());
  }

  private static ObjectNode json(String name, String value) {
    return Api.JSON.createObjectNode().put(name, value);
  }
}
