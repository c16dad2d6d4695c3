package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** Programs of a hospital exchange its provider's tokens for ours; groups there are roles here. */
@Tag("security")
@ExtendWith(Stack.class)
@ThoroughOnEachServer
class SignOnStory {
  @BeforeAll
  static void theHospitalIsThere() {
    Hospital.start();
  }

  @Test
  void aTokenOfTheHospitalsOpensASessionOfOurs() {
    Answer opened = exchange(Hospital.token("schedule", "nina"));
    assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
    Api nina = Api.withToken(opened.text("access_token"));
    assertThat(nina.get("/api/v1/clinics/current").text("pa_prefix")).isEqualTo("CH");
    // Who comes in this way has no training noted, so patient data stays closed.
    nina.get("/api/v1/prior-authorizations").refused("1124");
    assertThat(audited("session.open", "provider")).isPositive();
  }

  @Test
  void whoIsKnownAtTheHospitalHasNoPasswordHere() {
    exchange(Hospital.token("schedule", "nina"));
    Api.signIn("nina@hospital.example", Hospital.PASSWORD).refused("1102");
    Answer forgotten =
        Api.anonymous().post("/api/v1/auth/password/reset", "{\"name\":\"nina@hospital.example\"}");
    assertThat(forgotten.status()).isLessThan(300);
    assertThat(
            Rows.count(
                "select count(*) from password_reset p join app_user u on u.id = p.user_id"
                    + " where u.email = 'nina@hospital.example'"))
        .isZero();
  }

  @Test
  void aTokenThatIsNotForUsOpensNothing() {
    exchange(Hospital.token("cafeteria", "nina")).refused("1152");
    exchange("nonsense").refused("1152");
    String good = Hospital.token("schedule", "nina");
    exchange(Tokens.resigned(Api.signIn("sam", Api.password()).text("access_token")))
        .refused("1152");
    exchange(Tokens.unsigned(good)).refused("1152");
    exchange(Tokens.signedWith(good, Hospital.secret())).refused("1152");
    // Nor is the provider's token a token of ours.
    assertThat(Api.withToken(good).get("/api/v1/clinics/current").status()).isEqualTo(401);
    form("grant_type=password&assertion=" + good).refused("1003");
    form("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer").refused("1003");
  }

  @Test
  void nobodyComesInWhomNoGroupSends() {
    exchange(Hospital.token("schedule", "cook")).refused("1153");
    assertThat(people("cook@hospital.example")).isZero();
  }

  @Test
  void anAddressThatIsNotVerifiedTakesNobodysAccount() {
    exchange(Hospital.token("schedule", "otherrhea")).refused("1155");
    assertThat(Api.signIn("rhea", Api.password()).status()).isEqualTo(200);
  }

  @Test
  void anAdministratorShowsASecondFactorThere() {
    exchange(Hospital.token("schedule", "ines")).refused("1154");
    Answer walt = exchange(Hospital.token("schedule", "walt"));
    assertThat(walt.body().path("mfa_enrolment_required").asBoolean()).isFalse();
    Answer keys = Api.withToken(walt.text("access_token")).get("/api/v1/users");
    assertThat(keys.status()).isEqualTo(200);
  }

  @Test
  void theHospitalSaysWhatItsPeopleAreAndWhenTheyAreItNoMore() {
    Api ada = Api.as("ada");
    Answer opened = exchange(Hospital.token("schedule", "lena"));
    assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
    String lena = user("lena@hospital.example");
    ada.put("/api/v1/users/" + lena + "/role", "{\"role\":\"billing\"}").refused("1156");

    Hospital.join("lena", "cafeteria");
    Hospital.leave("lena", "pa-nurses");
    exchange(Hospital.token("schedule", "lena")).refused("1153");
    Api.withToken(opened.text("access_token")).get("/api/v1/clinics/current").refused("1104");
    assertThat(audited("member.leave", "provider")).isPositive();
  }

  @Test
  void whoWasSentAwayHereStaysAway() {
    exchange(Hospital.token("schedule", "otto"));
    String otto = user("otto@hospital.example");
    assertThat(Api.as("ada").post("/api/v1/users/" + otto + "/deactivate", "").status())
        .isLessThan(300);
    exchange(Hospital.token("schedule", "otto")).refused("1153");
  }

  @Test
  void whoWasBroughtBackAndSentAwayAgainStaysAway() {
    Hospital.employ("vera", "vera@hospital.example", "pa-nurses");
    exchange(Hospital.token("schedule", "vera"));
    Hospital.join("vera", "cafeteria");
    Hospital.leave("vera", "pa-nurses");
    exchange(Hospital.token("schedule", "vera")).refused("1153");
    String vera = "/api/v1/users/" + user("vera@hospital.example");
    Api ada = Api.as("ada");
    assertThat(ada.post(vera + "/reactivate", "").status()).isLessThan(300);
    assertThat(ada.post(vera + "/deactivate", "").status()).isLessThan(300);
    Hospital.join("vera", "pa-nurses");
    exchange(Hospital.token("schedule", "vera")).refused("1153");
  }

  @Test
  void anAccountThatIsHereIsFoundByItsAddressAndNothingElseOpensIt() {
    Newcomer nora = Newcomer.as("billing");
    Api before = nora.signIn();
    Hospital.employ("n" + nora.username(), nora.email(), "pa-nurses");
    Answer opened = exchange(Hospital.token("schedule", "n" + nora.username()));
    assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
    before.get("/api/v1/clinics/current").refused("1104");
    Api.signIn(nora.username(), Newcomer.PASSWORD).refused("1102");
    assertThat(Newcomer.mails(nora.email(), 2).get(1)).startsWith("Your hospital signs you on");
    // The practice gave the role itself, so the practice keeps it.
    assertThat(Rows.texts("select role from membership where user_id = cast(? as uuid)", nora.id()))
        .containsExactly("billing");
  }

  /** Who registered the address first, and proved nothing, does not wait in the account. */
  @Test
  void anAccountOfAnotherPracticeIsNotTakenOverByItsAddress() {
    Hospital.employ("ritas-address", "rita@example.org", "pa-nurses");
    exchange(Hospital.token("schedule", "ritas-address")).refused("1155");
  }

  @Test
  void aTokenThatTellsNoGroupsTakesNothingAway() {
    Answer opened = exchange(Hospital.token("schedule", "nina"));
    exchange(Hospital.token("silent", "nina")).refused("1152");
    assertThat(Api.withToken(opened.text("access_token")).get("/api/v1/clinics/current").status())
        .isEqualTo(200);
  }

  /** Two windows, or a program that starts twice: the account is made once, and both are in. */
  @Test
  void whoSignsOnTwiceAtOnceForTheFirstTimeIsInTwice() {
    for (int n = 0; n < 3; n++) {
      String email = "twin" + n + "@hospital.example";
      Hospital.employ("twin" + n, email, "pa-nurses");
      String token = Hospital.token("schedule", "twin" + n);
      List<Integer> statuses =
          IntStream.range(0, 4)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> exchange(token).status()))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(statuses).containsOnly(200);
      assertThat(people(email)).isEqualTo(1);
    }
  }

  private static Answer exchange(String token) {
    return form("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=" + token);
  }

  private static Answer form(String form) {
    return Api.anonymous().form("/api/v1/auth/token", form);
  }

  private static long people(String email) {
    return Rows.count("select count(*) from app_user where email = '" + email + "'");
  }

  private static String user(String email) {
    return Rows.texts("select id from app_user where email = '" + email + "'").get(0);
  }

  private static long audited(String action, String by) {
    return Rows.count(
        "select count(*) from audit_event where action = '%s' and detail ->> 'by' = '%s'"
            .formatted(action, by));
  }
}
