package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;
import org.openpriorauth.story.SignOuts.SignOut;

/**
 * Who is signed out at the hospital is out here (OpenID Connect Back-Channel Logout 1.0), and
 * nobody else can say so.
 */
@Tag("security")
@ExtendWith(Stack.class)
@ThoroughOnEachServer
class SignedOutStory {
  private static final String DOOR = "/api/v1/auth/backchannel-logout";
  private static final String PROOF = "/api/v1/clinics/current";

  /** More than one address may try that is refused. */
  private static final int MANY = 400;

  @BeforeAll
  static void theHospitalIsThere() {
    Hospital.start();
  }

  @Test
  void whoIsSignedOutThereIsOutHereAtOnce() {
    Hospital.employ("sina", "sina@hospital.example", "pa-nurses");
    Hospital.employ("tara", "tara@hospital.example", "pa-nurses");
    String shown = Hospital.ownToken("sina");
    Answer sina = Exchange.opened(shown);
    Answer tara = Exchange.opened(Hospital.ownToken("tara"));
    assertThat(Exchange.status(sina)).isEqualTo(200);

    SignOut told = SignOuts.next(() -> Hospital.signOut("sina"));
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.cacheControl()).isEqualTo("no-store");
    Api.withToken(sina.text("access_token")).get(PROOF).refused("1104");
    Api.anonymous().post("/api/v1/auth/refresh", Exchange.refresh(sina)).refused("1104");
    assertThat(Exchange.status(tara)).as("somebody else's").isEqualTo(200);
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'session.close'"
                    + " and clinic_id is not null and detail ->> 'by' = 'provider'"))
        .isPositive();

    Exchange.tried(shown).refused("1152");
    Answer again = Exchange.opened(Hospital.ownToken("sina"));
    Answer replayed = form("logout_token=" + told.token());
    assertThat(replayed.status()).as("what nobody has any more is no error").isEqualTo(200);
    assertThat(Exchange.status(again)).as("a sign-on after it").isEqualTo(200);
  }

  @Test
  void oneOfTwoSessionsThereEndsWhatCameOfIt() {
    Hospital.employ("uma", "uma@hospital.example", "pa-nurses");
    Answer first = Exchange.opened(Hospital.ownToken("uma"));
    String token = Hospital.ownToken("uma");
    Answer second = Exchange.opened(token);
    SignOuts.next(() -> Hospital.endSession(Tokens.claims(token).path("sid").asText()));
    assertThat(Exchange.status(second)).isEqualTo(401);
    assertThat(Exchange.status(first)).isEqualTo(200);
  }

  @Test
  void nothingElseSignsAnybodyOut() {
    Hospital.employ("vito", "vito@hospital.example", "pa-nurses");
    String shown = Hospital.ownToken("vito");
    Answer vito = Exchange.opened(shown);
    Hospital.employ("wanda", "wanda@hospital.example", "pa-nurses");
    Exchange.opened(Hospital.ownToken("wanda"));
    String genuine = SignOuts.next(() -> Hospital.signOut("wanda")).token();
    form("").refused("1157");
    form("logout_token=nonsense").refused("1157");
    form("logout_token=" + shown).refused("1157");
    form("logout_token=" + Tokens.unsigned(genuine)).refused("1157");
    form("logout_token=" + Tokens.signedWith(genuine, Hospital.secret())).refused("1157");
    form("logout_token=" + genuine.substring(0, genuine.length() - 8)).refused("1157");
    form("logout_token=" + Tokens.resigned(vito.text("access_token"))).refused("1157");
    form("logout_token=" + "x".repeat(70_000)).refused("1004");
    Exchange.streamed(DOOR, "logout_token=" + "x".repeat(70_000)).refused("1004");
    Exchange.streamed(DOOR, "logout_token=nonsense").refused("1157");
    assertThat(Api.anonymous().get(DOOR).status()).isEqualTo(405);
    assertThat(Exchange.status(vito)).isEqualTo(200);
    Eventually.get(
        Duration.ofSeconds(5),
        () ->
            Rows.count(
                "select count(*) from audit_event where action = 'session.refuse'"
                    + " and detail ->> 'code' = 'OPA-1157'"),
        refusals -> refusals >= 5);
  }

  @Test
  void aFormNeedNotSayHowLongItIs() {
    Hospital.employ("willa", "willa@hospital.example", "pa-nurses");
    Answer opened = Exchange.streamed(Hospital.ownToken("willa"));
    assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
    String token = SignOuts.next(() -> Hospital.signOut("willa")).token();
    assertThat(Exchange.streamed(DOOR, "logout_token=" + token).status()).isEqualTo(200);
  }

  /** As when the provider ends everybody's sessions at once. */
  @Test
  void whoSaysTrueThingsMaySayManyAndWhoGuessesWaits() {
    Hospital.employ("xaver", "xaver@hospital.example", "pa-nurses");
    Exchange.opened(Hospital.ownToken("xaver"));
    String genuine = SignOuts.next(() -> Hospital.signOut("xaver")).token();
    String provider = "203.0.113.1";
    for (int i = 0; i < MANY; i++) {
      Answer taken = from(provider, genuine);
      assertThat(taken.status()).isEqualTo(200);
      assertThat(taken.header("RateLimit")).as("counted").isEmpty();
    }
    String somebody = "203.0.113.2";
    Answer refused = from(somebody, "nonsense").refused("1157");
    for (int i = 0; i < MANY && refused.status() == 400; i++) {
      refused = from(somebody, "nonsense");
    }
    refused.refused("1012");
    assertThat(refused.header("Retry-After")).isPresent();
    assertThat(from(provider, genuine).status()).as("another address").isEqualTo(200);
  }

  private static Answer from(String address, String token) {
    return Api.anonymous()
        .send(
            Api.anonymous()
                .request(DOOR)
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token)));
  }

  private static Answer form(String form) {
    return Api.anonymous().form(DOOR, form);
  }
}
