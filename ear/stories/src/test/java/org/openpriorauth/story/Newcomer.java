package org.openpriorauth.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpriorauth.identity.Totp;
import org.openpriorauth.story.Api.Answer;

/** Somebody who came in by an invitation, so that a story may do to them what it likes. */
record Newcomer(String id, String username, String email) {
  static final String PASSWORD = "tin walrus orbit ledger";

  private static final Pattern LINK = Pattern.compile("/app/(\\w+)\\.xhtml#([A-Za-z0-9_-]{43})\\n");

  /** A member of the first clinic, trained to handle patient data. */
  static Newcomer as(String role) {
    Newcomer newcomer = untrained(role);
    newcomer.train(LocalDate.now(ZoneOffset.UTC).plusYears(1).toString());
    return newcomer;
  }

  /** The administrator notes the training. */
  void train(String until) {
    String body = Api.JSON.createObjectNode().put("until", until).toString();
    Answer noted = Api.as("ada").put("/api/v1/users/" + id + "/training", body);
    if (noted.status() != 204) {
      throw new AssertionError(noted.body());
    }
  }

  static Newcomer untrained(String role) {
    String name = fresh();
    String email = name + "@example.net";
    invited(email, role);
    accept(secret(email), name, PASSWORD).created();
    return new Newcomer(id(name), name, email);
  }

  static String fresh() {
    return "n" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Invites into the first clinic; answers the invitation's id. */
  static String invited(String email, String role) {
    return invite(Api.as("ada"), email, role).created().text("id");
  }

  static Answer invite(Api who, String email, String role) {
    ObjectNode body = Api.JSON.createObjectNode().put("email", email).put("role", role);
    return who.post("/api/v1/auth/invitations", body.toString());
  }

  static Answer accept(String secret, String username, String password) {
    ObjectNode body =
        Api.JSON
            .createObjectNode()
            .put("token", secret)
            .put("username", username)
            .put("full_name", "Nora " + username)
            .put("password", password);
    return Api.anonymous().post("/api/v1/auth/invitations/accept", body.toString());
  }

  /** The whole text of the latest mail to an address, waited for. */
  static String mail(String email) {
    List<String> mails = mails(email, 1);
    return mails.get(mails.size() - 1);
  }

  static List<String> mails(String email, int atLeast) {
    return Eventually.get(
        Duration.ofSeconds(30),
        () -> Stack.system().mailbox().to(email),
        mails -> mails.size() >= atLeast);
  }

  /** Those with a link to open. */
  static List<String> linked(String email, int atLeast) {
    return Eventually.get(
        Duration.ofSeconds(30),
        () ->
            Stack.system().mailbox().to(email).stream()
                .filter(m -> LINK.matcher(m).find())
                .toList(),
        mails -> mails.size() >= atLeast);
  }

  /** What stands behind the hash sign of the latest link. */
  static String secret(String email) {
    List<String> mails = linked(email, 1);
    return secretOf(mails.get(mails.size() - 1));
  }

  static String secretOf(String mail) {
    Matcher link = LINK.matcher(mail);
    if (!link.find()) {
      throw new AssertionError("No link in: " + mail);
    }
    return link.group(2);
  }

  static String id(String username) {
    return Rows.texts("select id from app_user where username = ?", username).get(0);
  }

  /** Sets up a second factor; answers its secret. */
  byte[] enrol(Api signedIn) {
    return enrol(signedIn, PASSWORD);
  }

  byte[] enrol(Api signedIn, String current) {
    ObjectNode password = Api.JSON.createObjectNode().put("password", current);
    byte[] secret =
        Totp.bytes(signedIn.post("/api/v1/auth/mfa", password.toString()).text("secret"));
    ObjectNode code =
        Api.JSON.createObjectNode().put("totp", Totp.code(secret, Totp.step(Instant.now())));
    Answer confirmed = signedIn.post("/api/v1/auth/mfa/confirm", code.toString());
    if (confirmed.status() != 200) {
      throw new AssertionError(confirmed.body());
    }
    return secret;
  }

  Api signIn() {
    Answer signedIn = Api.signIn(username, PASSWORD);
    if (signedIn.status() != 200) {
      throw new AssertionError(signedIn.body());
    }
    return Api.withToken(signedIn.text("access_token"));
  }
}
