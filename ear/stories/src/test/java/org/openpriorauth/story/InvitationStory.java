package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.Api.Answer;

/** People come in by invitation: by mail, once, as what the administrator said. */
@Tag("security")
@ExtendWith(Stack.class)
class InvitationStory {
  private static final String PLACE = "/api/v1/auth/invitations";

  @Test
  void fromTheMailToAMemberOfTheClinic() {
    String name = Newcomer.fresh();
    String email = name + "@example.net";
    ObjectNode wanted =
        Api.JSON
            .createObjectNode()
            .put("email", email)
            .put("role", "staff")
            .put("message", "Welcome to the third floor.");
    Answer invited = Api.as("ada").post(PLACE, wanted.toString()).created();
    assertThat(open()).contains(email);

    String mail = Newcomer.mail(email);
    assertThat(mail)
        .startsWith("Your invitation to Cedar Hollow Orthopedics & Rheumatology\n")
        .contains("Ada Moreno", "Welcome to the third floor.", "within 7 days");
    String secret = Newcomer.secretOf(mail);
    Answer offer = look(secret);
    assertThat(offer.text("clinic")).isEqualTo("Cedar Hollow Orthopedics & Rheumatology");
    assertThat(offer.text("role")).isEqualTo("staff");
    assertThat(offer.body().path("account").asBoolean(true)).isFalse();

    Newcomer.accept(secret, name, Newcomer.PASSWORD).created();
    Api theirs = new Newcomer(Newcomer.id(name), name, email).signIn();
    assertThat(theirs.get("/api/v1/payers").status()).isEqualTo(200);
    theirs.get("/api/v1/prior-authorizations").refused("1124");
    theirs.get("/api/v1/users").refused("1105");
    assertThat(open()).doesNotContain(email);
    Newcomer.accept(secret, Newcomer.fresh(), Newcomer.PASSWORD).refused("1117");
    look(secret).refused("1117");
    Api.as("ada").delete(PLACE + "/" + invited.text("id")).refused("1117");
  }

  @Test
  void theLinksSecretIsKeptNowhereInTheDatabase() {
    String email = Newcomer.fresh() + "@example.net";
    Newcomer.invited(email, "staff");
    String secret = Newcomer.secret(email);
    Eventually.get(
        Duration.ofSeconds(20),
        () -> Rows.count("select count(*) from outgoing_mail where content is not null"),
        waiting -> waiting == 0);
    String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
    assertThat(Rows.everything()).noneMatch(row -> row.contains(secret) || row.contains(hex));
  }

  @Test
  void whatIsNotAcceptableIsSaidAndTheInvitationStaysOpen() {
    String email = Newcomer.fresh() + "@example.net";
    Newcomer.invited(email, "staff");
    String secret = Newcomer.secret(email);
    String name = Newcomer.fresh();
    Newcomer.accept(secret, name, "short").refused("/password", "short");
    Newcomer.accept(secret, name, "password1234").refused("/password", "guessable");
    Newcomer.accept(secret, name, email).refused("/password", "guessable");
    Newcomer.accept(secret, "Not A Name", Newcomer.PASSWORD).refused("/username", "form");
    Newcomer.accept(secret, "sam", Newcomer.PASSWORD).refused("1120");
    Newcomer.accept("wrong", name, Newcomer.PASSWORD).refused("1117");
    assertThat(Rows.count("select count(*) from app_user where email = ?", email)).isZero();
    Newcomer.accept(secret, name, Newcomer.PASSWORD).created();
  }

  @Test
  void aNewInvitationTakesTheFirstOnesPlaceAndARevokedOneOpensNothing() {
    String email = Newcomer.fresh() + "@example.net";
    Newcomer.invited(email, "staff");
    String first = Newcomer.secret(email);
    String id = Newcomer.invited(email, "billing");
    String second = Newcomer.secretOf(Newcomer.mails(email, 2).get(1));
    look(first).refused("1117");
    assertThat(look(second).text("role")).isEqualTo("billing");
    assertThat(Api.as("ada").delete(PLACE + "/" + id).status()).isEqualTo(204);
    look(second).refused("1117");
    Newcomer.accept(second, Newcomer.fresh(), Newcomer.PASSWORD).refused("1117");
  }

  @Test
  void anExpiredInvitationOpensNothing() {
    String email = Newcomer.fresh() + "@example.net";
    Newcomer.invited(email, "staff");
    String secret = Newcomer.secret(email);
    Rows.change("update invitation set expires_at = now() where email = ?", email);
    look(secret).refused("1117");
    Newcomer.accept(secret, Newcomer.fresh(), Newcomer.PASSWORD).refused("1117");
    assertThat(open()).doesNotContain(email);
  }

  @Test
  void ofTwoWhoAcceptAtOnceOneComesIn() {
    String email = Newcomer.fresh() + "@example.net";
    Newcomer.invited(email, "staff");
    String secret = Newcomer.secret(email);
    List<Integer> statuses =
        Stream.generate(Newcomer::fresh)
            .limit(3)
            .map(
                name ->
                    CompletableFuture.supplyAsync(
                        () -> Newcomer.accept(secret, name, Newcomer.PASSWORD).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(statuses).containsOnlyOnce(201).doesNotContain(500);
    assertThat(Rows.count("select count(*) from app_user where email = ?", email)).isEqualTo(1);
  }

  @Test
  void ofTwoWhoWantTheSameNameAtOnceOneGetsIt() {
    String name = Newcomer.fresh();
    List<Answer> answers =
        Stream.generate(() -> Newcomer.fresh() + "@example.net")
            .limit(4)
            .peek(email -> Newcomer.invited(email, "staff"))
            .map(Newcomer::secret)
            .toList()
            .stream()
            .map(
                secret ->
                    CompletableFuture.supplyAsync(
                        () -> Newcomer.accept(secret, name, Newcomer.PASSWORD)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
    answers.stream().filter(a -> a.status() != 201).forEach(a -> a.refused("1120"));
  }

  @Test
  void whoHasAnAccountJoinsWithItAndNobodyElseDoes() {
    Newcomer nora = Newcomer.as("staff");
    Newcomer.invite(Api.as("rita"), nora.email(), "billing").created();
    String secret = Newcomer.secretOf(Newcomer.mails(nora.email(), 2).get(1));
    assertThat(look(secret).body().path("account").asBoolean()).isTrue();
    Newcomer.accept(secret, Newcomer.fresh(), Newcomer.PASSWORD).refused("1118");
    String token = Api.JSON.createObjectNode().put("token", secret).toString();
    Api.as("sam").post(PLACE + "/join", token).refused("1119");
    Api theirs = nora.signIn();
    assertThat(theirs.post(PLACE + "/join", token).status()).isEqualTo(204);
    theirs.post(PLACE + "/join", token).refused("1117");
    assertThat(
            Rows.texts(
                "select role from membership where user_id = cast(? as uuid) order by role",
                nora.id()))
        .containsExactly("billing", "staff");
    assertThat(Api.as("rita").get("/api/v1/users").raw().body()).contains(nora.email());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "two@example.net, more@example.net",
        "line@example.net\\r\\nBcc: more@example.net",
        "Somebody <some@example.net>",
        "some@",
        "@example.net",
        "some@localhost",
        "\\u202egnp.example@example.net x"
      })
  void onlyOneAddressIsTaken(String email) {
    Api.as("ada")
        .post(PLACE, "{\"email\": \"" + email + "\", \"role\": \"staff\"}")
        .refused("/email", "address");
  }

  @Test
  void onlyAdministratorsInviteAndOnlyIntoRolesThatThereAre() {
    String email = Newcomer.fresh() + "@example.net";
    Newcomer.invite(Api.as("sam"), email, "admin").refused("1105");
    Newcomer.invite(Api.as("sol"), email, "staff").refused("1105");
    Newcomer.invite(Api.as("ada"), email, "root").refused("/role", "unknown");
    Newcomer.invite(Api.as("ada"), "sam@example.org", "staff").refused("1115");
  }

  private static Answer look(String secret) {
    String body = Api.JSON.createObjectNode().put("token", secret).toString();
    return Api.anonymous().post(PLACE + "/look", body);
  }

  private static List<String> open() {
    return Api.as("ada").get(PLACE).body().path("items").findValuesAsText("email");
  }
}
