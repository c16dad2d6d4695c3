package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.openpriorauth.story.Api.Answer;

/** A program that has a token of the hospital's and wants one of ours (RFC 7523). */
final class Exchange {
  private static final String DOOR = "/api/v1/auth/token";
  private static final String FORM =
      "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=";
  private static final String PROOF = "/api/v1/clinics/current";

  private Exchange() {}

  /** Whatever comes of it. */
  static Answer tried(String token) {
    return Api.anonymous().form(DOOR, FORM + token);
  }

  static Answer opened(String token) {
    Answer opened = tried(token);
    assertThat(opened.status()).as(opened.raw().body()).isEqualTo(200);
    return opened;
  }

  /** In pieces, without saying how long it is. */
  static Answer streamed(String token) {
    return streamed(DOOR, FORM + token);
  }

  static Answer streamed(String door, String form) {
    byte[] bytes = form.getBytes(StandardCharsets.US_ASCII);
    return Api.anonymous()
        .send(
            Api.anonymous()
                .request(door)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
  }

  /** Whether the session still opens a door, as its status says. */
  static int status(Answer opened) {
    return Api.withToken(opened.text("access_token")).get(PROOF).status();
  }

  /** For the doors that spend a refresh token. */
  static String refresh(Answer opened) {
    return Api.JSON
        .createObjectNode()
        .put("refresh_token", opened.text("refresh_token"))
        .toString();
  }

  static void signOutHere(Answer opened) {
    Api.anonymous().post("/api/v1/auth/logout", refresh(opened));
    assertThat(status(opened)).isEqualTo(401);
  }
}
