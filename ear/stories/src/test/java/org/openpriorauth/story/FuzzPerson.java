package org.openpriorauth.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.openpriorauth.identity.Totp;
import org.openpriorauth.story.Api.Answer;

/**
 * An administrator of the second clinic whom nobody else needs: what is thrown in their name may
 * end their session, change their password, or let their account rest.
 */
final class FuzzPerson {
  private FuzzPerson() {}

  static Api anew() {
    String name = Newcomer.fresh();
    String email = name + "@example.net";
    Newcomer.invite(Api.as("rita"), email, "admin").created();
    Newcomer.accept(Newcomer.secret(email), name, Newcomer.PASSWORD).created();
    Newcomer person = new Newcomer(Newcomer.id(name), name, email);
    String until = Api.JSON.createObjectNode().put("until", inAYear()).toString();
    Answer trained = Api.as("rita").put("/api/v1/users/" + person.id() + "/training", until);
    if (trained.status() != 204) {
      throw new AssertionError(trained.body());
    }
    return signedIn(person);
  }

  private static String inAYear() {
    return LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();
  }

  private static Api signedIn(Newcomer person) {
    Answer signedIn = Api.signIn(person.username(), Newcomer.PASSWORD);
    byte[] secret = person.enrol(Api.withToken(signedIn.text("access_token")));
    String credentials =
        Api.JSON
            .createObjectNode()
            .put("username", person.username())
            .put("password", Newcomer.PASSWORD)
            .put("totp", Totp.code(secret, Totp.step(Instant.now()) + 1))
            .toString();
    Answer whole = Api.anonymous().post("/api/v1/auth/login", credentials);
    if (whole.status() != 200) {
      throw new AssertionError(whole.body());
    }
    return Api.withToken(whole.text("access_token"));
  }
}
