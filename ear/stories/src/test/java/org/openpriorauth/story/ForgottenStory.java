package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.identity.Totp;
import org.openpriorauth.story.Api.Answer;

/** Who forgot the password comes back in by a mailed link, and nobody learns who has an account. */
@Tag("security")
@ExtendWith(Stack.class)
class ForgottenStory {
  private static final String PLACE = "/api/v1/auth/password/reset";
  private static final String NEW = "copper lantern sings badly";

  @Test
  void aLinkComesByMailAndSetsThePasswordOnce() {
    Newcomer nora = Newcomer.as("staff");
    Api before = nora.signIn();
    assertThat(ask(nora.username()).status()).isEqualTo(202);
    String mail = Newcomer.mails(nora.email(), 2).get(1);
    assertThat(mail).startsWith("A new password for OpenPriorAuth\n").contains("30 minutes");
    String secret = Newcomer.secretOf(mail);
    assertThat(set(secret, NEW).status()).isEqualTo(204);
    before.get("/api/v1/clinics/current").refused("1104");
    Api.signIn(nora.username(), Newcomer.PASSWORD).refused("1102");
    assertThat(Api.signIn(nora.username(), NEW).status()).isEqualTo(200);
    set(secret, "another lantern hums low").refused("1121");
    assertThat(Newcomer.mails(nora.email(), 3).get(2)).startsWith("Your password was changed\n");
  }

  @Test
  void whoeverIsAskedForTheAnswerIsTheSameAndTakesAsLong() {
    Newcomer nora = Newcomer.as("staff");
    Answer known = null;
    Answer unknown = null;
    long knownTook = Long.MAX_VALUE;
    long unknownTook = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      known = ask(nora.email());
      knownTook = Math.min(knownTook, System.nanoTime() - start);
      start = System.nanoTime();
      unknown = ask("nobody@example.net");
      unknownTook = Math.min(unknownTook, System.nanoTime() - start);
    }
    assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
    assertThat(known.raw().body()).isEqualTo(unknown.raw().body());
    assertThat(Math.abs(knownTook - unknownTook) / 1_000_000)
        .as("milliseconds between the two")
        .isLessThan(40);
  }

  @Test
  void askedAgainAtOnceNoSecondMailGoesOut() {
    Newcomer nora = Newcomer.as("staff");
    ask(nora.username());
    ask(nora.email());
    Newcomer.mails(nora.email(), 2);
    assertThat(
            Rows.count(
                "select count(*) from password_reset where user_id = cast(? as uuid)", nora.id()))
        .isEqualTo(1);
  }

  @Test
  void aRestingAccountIsWokenAndTheSecondFactorIsStillAskedFor() {
    Newcomer nora = Newcomer.as("staff");
    byte[] factor = nora.enrol(nora.signIn());
    for (int i = 0; i < 5; i++) {
      Api.signIn(nora.username(), "not the password").refused("1102");
    }
    Api.signIn(nora.username(), Newcomer.PASSWORD).refused("1103");
    ask(nora.username());
    assertThat(set(Newcomer.secretOf(Newcomer.linked(nora.email(), 2).get(1)), NEW).status())
        .isEqualTo(204);
    Api.signIn(nora.username(), NEW).refused("1107");
    ObjectNode all =
        Api.JSON
            .createObjectNode()
            .put("username", nora.username())
            .put("password", NEW)
            .put("totp", Totp.code(factor, Totp.step(Instant.now()) + 1));
    assertThat(Api.anonymous().post("/api/v1/auth/login", all.toString()).status()).isEqualTo(200);
  }

  @Test
  void aWeakPasswordIsRefusedAndTheLinkStaysOpenUntilItsTime() {
    Newcomer nora = Newcomer.as("staff");
    ask(nora.username());
    String secret = Newcomer.secretOf(Newcomer.mails(nora.email(), 2).get(1));
    set(secret, "short").refused("/new_password", "short");
    set(secret, nora.email()).refused("/new_password", "guessable");
    Rows.change(
        "update password_reset set expires_at = now() where user_id = cast(? as uuid)", nora.id());
    set(secret, NEW).refused("1121");
    set("wrong", NEW).refused("1121");
    assertThat(nora.signIn().get("/api/v1/clinics/current").status()).isEqualTo(200);
  }

  @Test
  void whoWorksNowhereAnyMoreGetsNoLink() {
    Newcomer nora = Newcomer.as("staff");
    String place = "/api/v1/users/" + nora.id() + "/deactivate";
    assertThat(Api.as("ada").post(place, "{}").status()).isEqualTo(204);
    assertThat(ask(nora.username()).status()).isEqualTo(202);
    assertThat(
            Rows.count(
                "select count(*) from password_reset where user_id = cast(? as uuid)", nora.id()))
        .isZero();
    assertThat(List.copyOf(Stack.system().mailbox().to(nora.email()))).hasSize(1);
  }

  private static Answer ask(String name) {
    String body = Api.JSON.createObjectNode().put("name", name).toString();
    return Api.anonymous().post(PLACE, body);
  }

  private static Answer set(String secret, String password) {
    ObjectNode body =
        Api.JSON.createObjectNode().put("token", secret).put("new_password", password);
    return Api.anonymous().post(PLACE + "/confirm", body.toString());
  }
}
