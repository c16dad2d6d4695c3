package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;
import org.openpriorauth.story.SignOuts.SignOut;

/**
 * Who is signed out at the hospital is out here (OpenID Connect Back-Channel Logout 1.0), and
 * nobody else can say so.
 */
@Tag("security")
@ExtendWith(Stack.class)
@EnabledIfSystemProperty(named = "stories.thorough", matches = "true")
class SignedOutStory {
  private static final String DOOR = "/api/v1/auth/backchannel-logout";
  private static final String PROOF = "/api/v1/clinics/current";

  @BeforeAll
  static void theHospitalIsThere() {
    Hospital.start();
  }

  @Test
  void whoIsSignedOutThereIsOutHereAtOnce() {
    Hospital.employ("sina", "sina@hospital.example", "pa-nurses");
    Hospital.employ("tara", "tara@hospital.example", "pa-nurses");
    String shown = Hospital.ownToken("sina");
    Answer sina = exchange(shown);
    Answer tara = exchange(Hospital.ownToken("tara"));
    assertThat(status(sina)).isEqualTo(200);

    SignOut told = SignOuts.next(() -> Hospital.signOut("sina"));
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.cacheControl()).isEqualTo("no-store");
    Api.withToken(sina.text("access_token")).get(PROOF).refused("1104");
    Api.anonymous().post("/api/v1/auth/refresh", refresh(sina)).refused("1104");
    assertThat(status(tara)).as("somebody else's").isEqualTo(200);
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'session.close'"
                    + " and clinic_id is not null and detail ->> 'by' = 'provider'"))
        .isPositive();

    trade(shown).refused("1152");
    Answer again = exchange(Hospital.ownToken("sina"));
    Answer replayed = form("logout_token=" + told.token());
    assertThat(replayed.status()).as("what nobody has any more is no error").isEqualTo(200);
    assertThat(status(again)).as("a sign-on after it").isEqualTo(200);
  }

  @Test
  void oneOfTwoSessionsThereEndsWhatCameOfIt() {
    Hospital.employ("uma", "uma@hospital.example", "pa-nurses");
    Answer first = exchange(Hospital.ownToken("uma"));
    String token = Hospital.ownToken("uma");
    Answer second = exchange(token);
    SignOuts.next(() -> Hospital.endSession(Tokens.claims(token).path("sid").asText()));
    assertThat(status(second)).isEqualTo(401);
    assertThat(status(first)).isEqualTo(200);
  }

  @Test
  void nothingElseSignsAnybodyOut() {
    Hospital.employ("vito", "vito@hospital.example", "pa-nurses");
    String shown = Hospital.ownToken("vito");
    Answer vito = exchange(shown);
    Hospital.employ("wanda", "wanda@hospital.example", "pa-nurses");
    exchange(Hospital.ownToken("wanda"));
    String genuine = SignOuts.next(() -> Hospital.signOut("wanda")).token();
    form("").refused("1157");
    form("logout_token=nonsense").refused("1157");
    form("logout_token=" + shown).refused("1157");
    form("logout_token=" + Tokens.unsigned(genuine)).refused("1157");
    form("logout_token=" + Tokens.signedWith(genuine, Hospital.secret())).refused("1157");
    form("logout_token=" + genuine.substring(0, genuine.length() - 8)).refused("1157");
    form("logout_token=" + Tokens.resigned(vito.text("access_token"))).refused("1157");
    form("logout_token=" + "x".repeat(70_000)).refused("1004");
    assertThat(Api.anonymous().get(DOOR).status()).isEqualTo(405);
    assertThat(status(vito)).isEqualTo(200);
    Eventually.get(
        Duration.ofSeconds(5),
        () ->
            Rows.count(
                "select count(*) from audit_event where action = 'session.refuse'"
                    + " and detail ->> 'code' = 'OPA-1157'"),
        refusals -> refusals >= 5);
  }

  private static Answer trade(String token) {
    return Api.anonymous()
        .form(
            "/api/v1/auth/token",
            "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=" + token);
  }

  private static Answer exchange(String token) {
    Answer opened = trade(token);
    assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
    return opened;
  }

  private static int status(Answer opened) {
    return Api.withToken(opened.text("access_token")).get(PROOF).status();
  }

  private static String refresh(Answer opened) {
    return Api.JSON
        .createObjectNode()
        .put("refresh_token", opened.text("refresh_token"))
        .toString();
  }

  private static Answer form(String form) {
    return Api.anonymous().form(DOOR, form);
  }
}
