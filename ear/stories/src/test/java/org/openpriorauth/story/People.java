package org.openpriorauth.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openpriorauth.launcher.Authenticator;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;

/** Who signs in: administrators with a code, which is taken once and changes twice a minute. */
final class People {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

  private People() {}

  private record Kept(String token, Instant since) {}

  /** An administrator's token is kept for a while, so that the stories need not wait for codes. */
  static String token(String username) {
    if (!administrator(username)) {
      return good(username, Api.signIn(username, Api.password())).text("access_token");
    }
    return KEPT.compute(
            username,
            (name, kept) ->
                kept != null && kept.since().plus(FRESH).isAfter(Instant.now())
                    ? kept
                    : new Kept(withCode(name), Instant.now()))
        .token();
  }

  /** With what the person may do now, not ten minutes ago. */
  static Api anew(String username) {
    return Api.withToken(withCode(username));
  }

  static boolean administrator(String username) {
    return Stream.of(DemoClinic.CEDAR_HOLLOW, DemoClinic.RIVERBEND)
        .flatMap(clinic -> clinic.people().stream())
        .anyMatch(p -> p.username().equals(username) && p.role().equals("admin"));
  }

  /** What an administrator types beside the password; sets the second factor up if need be. */
  static String code(String username) {
    if (!authenticator(username).set()) {
      token(username);
    }
    return codeAtOnce(username);
  }

  /** A code counts once, and the stories have no time to wait for the next: both sides forget. */
  private static String codeAtOnce(String username) {
    Rows.change(
        "update second_factor set last_step = 0 where user_id ="
            + " (select id from app_user where username = ?)",
        username);
    authenticator(username).forgetUse();
    return authenticator(username).code();
  }

  private static String withCode(String username) {
    Authenticator authenticator = authenticator(username);
    if (authenticator.set()) {
      return good(username, signIn(username, codeAtOnce(username))).text("access_token");
    }
    Answer enrolling = good(username, Api.signIn(username, Api.password()));
    Api api = Api.withToken(enrolling.text("access_token"));
    ObjectNode password = Api.JSON.createObjectNode().put("password", Api.password());
    authenticator.keep(
        good(username, api.post("/api/v1/auth/mfa", password.toString())).text("secret"));
    ObjectNode code = Api.JSON.createObjectNode().put("totp", authenticator.code());
    good(username, api.post("/api/v1/auth/mfa/confirm", code.toString()));
    ObjectNode refresh = Api.JSON.createObjectNode();
    refresh.put("refresh_token", enrolling.text("refresh_token"));
    return good(username, Api.anonymous().post("/api/v1/auth/refresh", refresh.toString()))
        .text("access_token");
  }

  static Answer signIn(String username, String code) {
    ObjectNode credentials =
        Api.JSON
            .createObjectNode()
            .put("username", username)
            .put("password", Api.password())
            .put("totp", code);
    return Api.anonymous().post("/api/v1/auth/login", credentials.toString());
  }

  private static Authenticator authenticator(String username) {
    return Stack.system().secrets().authenticator(username);
  }

  private static Answer good(String username, Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(username + " cannot sign in: " + answer.body());
    }
    return answer;
  }
}
