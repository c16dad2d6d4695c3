package org.openpriorauth.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.openpriorauth.migrate.PlatformAdministrator;
import org.openpriorauth.story.Api.Answer;

/** New practices, and who registers them. */
final class Practices {
  /** Less than a token lives. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private static Api platform;
  private static Instant since;

  private Practices() {}

  /** What other systems of the field call the parts of a practice. */
  static ObjectNode json(String name) {
    ObjectNode json = details(name);
    json.remove("name");
    return json.put("practice_name", name);
  }

  static ObjectNode details(String name) {
    return Api.JSON
        .createObjectNode()
        .put("name", name)
        .put("npi", "1003000126")
        .put("tax_id", "123456789")
        .put("address_line1", "12 Juniper Street")
        .put("city", "Elko")
        .put("state", "NV")
        .put("zip_code", "89801")
        .put("phone", "(775) 555-0142")
        .put("time_zone", "America/Los_Angeles");
  }

  /** An administrator of the installation, with a second factor. */
  static Api platform() {
    if (platform == null || since.plus(FRESH).isBefore(Instant.now())) {
      platform = enrolled(administrator());
      since = Instant.now();
    }
    return platform;
  }

  /** Invited by the owner of the schema, and signed up. */
  static Newcomer administrator() {
    String name = Newcomer.fresh();
    String email = name + "@example.net";
    Newcomer.accept(secret(email), name, Newcomer.PASSWORD).created();
    return new Newcomer(Newcomer.id(name), name, email);
  }

  /** Invited by an administrator of the installation. */
  static Newcomer operator() {
    String name = Newcomer.fresh();
    String email = name + "@example.net";
    Newcomer.invite(platform(), email, "operator").created();
    Newcomer.accept(Newcomer.secret(email), name, Newcomer.PASSWORD).created();
    return new Newcomer(Newcomer.id(name), name, email);
  }

  /** As the owner's tool prints it. */
  static String secret(String email) {
    try {
      String password = Stack.system().secrets().password("owner");
      return PlatformAdministrator.invite(
          Stack.system().database().as("openpriorauth_owner", password), email);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** With a token that came after setting up a second factor. */
  static Api enrolled(Newcomer who) {
    Answer signedIn = Api.signIn(who.username(), Newcomer.PASSWORD);
    who.enrol(Api.withToken(signedIn.text("access_token")));
    String refresh =
        Api.JSON.createObjectNode().put("refresh_token", signedIn.text("refresh_token")).toString();
    return Api.withToken(
        Api.anonymous().post("/api/v1/auth/refresh", refresh).text("access_token"));
  }
}
