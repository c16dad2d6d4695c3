package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.Api.Answer;

@Tag("security")
@ExtendWith(Stack.class)
class SignInStory {
  /** Who rests here works elsewhere. */
  @AfterAll
  static void wake() {
    Rows.change("update app_user set failed_sign_ins = 0, resting_until = null");
  }

  @Test
  void staffSignInAndSeeTheirClinic() {
    Answer login = Api.signIn("sam@example.org", Api.password());
    assertThat(login.status()).isEqualTo(200);
    assertThat(login.text("token_type")).isEqualTo("Bearer");
    assertThat(login.body().path("expires_in").asInt()).isEqualTo(900);
    assertThat(login.body().path("user").path("role").asText()).isEqualTo("staff");
    Answer clinic = Api.withToken(login.text("access_token")).get("/api/v1/clinics/current");
    assertThat(clinic.text("id")).isEqualTo(login.text("active_practice"));
    assertThat(clinic.header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "login"})
  void anEmailAddressTakesThePlaceOfTheUserName(String door) {
    Answer signedIn = credentials(door, "\"email\": \"sam@example.org\"");
    assertThat(signedIn.status()).isEqualTo(200);
    assertThat(Api.withToken(signedIn.text("access_token")).get("/api/v1/clinics/current").status())
        .isEqualTo(200);

    Answer both = credentials(door, "\"username\": \"sam\", \"email\": \"rhea@example.org\"");
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.body().path("errors").path(0).path("pointer").asText()).isEqualTo("/email");
    Answer nobody = credentials(door, "\"email\": \" \"");
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body().path("errors").path(0).path("pointer").asText())
        .isEqualTo("/username");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "login"})
  void aCodeIsNotWantedOfWhomHasNoSecondFactor(String door) {
    Answer answer = credentials(door, "\"email\": \"sam@example.org\", \"totp\": \"123456\"");
    assertThat(answer.status()).isEqualTo(200);
  }

  private static Answer credentials(String door, String who) {
    return Api.anonymous()
        .post("/api/v1/auth/" + door, "{%s, \"password\": \"%s\"}".formatted(who, Api.password()));
  }

  @Test
  void aSessionEndsHoweverMuchItIsUsed() {
    Answer opened = Api.signIn("sam", Api.password());
    String session = Tokens.claims(opened.text("access_token")).path("sid").asText();
    assertThat(
            Rows.count(
                "select count(*) from user_session where id = cast(? as uuid)"
                    + " and ends_at between now() + interval '29 days' and now() + interval '30 days'",
                session))
        .isEqualTo(1);
    Rows.change(
        "update user_session set ends_at = now() + interval '5 seconds' where id = cast(? as uuid)",
        session);
    Answer next = refresh(opened.text("refresh_token"));
    assertThat(next.status()).isEqualTo(200);
    Eventually.get(Duration.ofSeconds(15), () -> alive(next), status -> status == 401);
    refresh(next.text("refresh_token")).refused("1104");
  }

  private static int alive(Answer opened) {
    return Api.withToken(opened.text("access_token")).get("/api/v1/clinics/current").status();
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
    Answer wrong = Api.signIn("bea", "not the password");
    Answer unknown = Api.signIn("nobody-by-that-name", "not the password");
    wrong.refused("1102");
    unknown.refused("1102");
    assertThat(unknown.text("detail")).isEqualTo(wrong.text("detail"));
  }

  @Test
  void afterFiveWrongPasswordsTheAccountRestsEvenForTheRightOne() {
    for (int i = 0; i < 5; i++) {
      assertThat(Api.signIn("finn", "wrong " + i).status()).isEqualTo(401);
    }
    Answer resting = Api.signIn("finn", Api.password());
    resting.refused("1103");
  }

  @Test
  void wrongPasswordsSentAtOnceAreAllCounted() {
    List<Integer> statuses =
        IntStream.range(0, 10)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> Api.signIn("sol", "wrong").status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(statuses).allMatch(status -> status == 401 || status == 429);
    assertThat(Api.signIn("sol", Api.password()).status()).isEqualTo(429);
  }

  @Test
  void aRefreshTokenWorksOnceAndItsReuseEndsTheSession() {
    String first = Api.signIn("rhea", Api.password()).text("refresh_token");
    Answer second = refresh(first);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("refresh_token")).isNotEqualTo(first);
    refresh(first).refused("1104");
    assertThat(refresh(second.text("refresh_token")).status())
        .as("the thief's copy ends the owner's session too")
        .isEqualTo(401);
  }

  @Test
  void signingOutEndsTheSessionAndItsTokens() {
    Answer signedIn = Api.signIn("rhea", Api.password());
    String token = signedIn.text("refresh_token");
    assertThat(Api.anonymous().post("/api/v1/auth/logout", body(token)).status()).isEqualTo(204);
    refresh(token).refused("1104");
    Api.withToken(signedIn.text("access_token")).get("/api/v1/clinics/current").refused("1104");
  }

  @Test
  void whoWorksInNoClinicAnyMoreDoesNotComeIn() {
    String token = Api.signIn("omar", Api.password()).text("refresh_token");
    works("omar", false);
    try {
      Api.signIn("omar", Api.password()).refused("1106");
      refresh(token).refused("1104");
    } finally {
      works("omar", true);
    }
  }

  private static void works(String username, boolean active) {
    Rows.change(
        "update membership set active = ? where user_id = (select id from app_user"
            + " where username = ?)",
        active,
        username);
  }

  private static Answer refresh(String token) {
    return Api.anonymous().post("/api/v1/auth/refresh", body(token));
  }

  private static String body(String token) {
    return "{\"refresh_token\": \"" + token + "\"}";
  }
}
