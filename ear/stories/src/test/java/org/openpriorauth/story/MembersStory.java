package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** An administrator's people: their roles, and that whoever leaves is out at once. */
@Tag("security")
@ExtendWith(Stack.class)
class MembersStory {
  private static final String USERS = "/api/v1/users";

  @Test
  void theListSaysWhoWorksHereAndHow() {
    Newcomer nora = Newcomer.as("billing");
    JsonNode before = member(nora);
    assertThat(before.path("role").asText()).isEqualTo("billing");
    assertThat(before.path("active").asBoolean()).isTrue();
    assertThat(before.path("mfa_enabled").asBoolean(true)).isFalse();
    assertThat(before.hasNonNull("last_seen_at")).isFalse();
    nora.signIn();
    assertThat(Instant.parse(member(nora).path("last_seen_at").asText()))
        .isAfter(Instant.now().minusSeconds(60));
    assertThat(Api.as("sol").get(USERS).status()).isEqualTo(200);
    Api.as("sol").post(USERS + "/" + nora.id() + "/deactivate", "{}").refused("1105");
    Api.as("sam").get(USERS).refused("1105");
  }

  @Test
  void whoLeavesIsOutAtOnceAndMayComeBack() {
    Newcomer nora = Newcomer.as("staff");
    Api theirs = nora.signIn();
    PlainBrowser browser = PlainBrowser.signedIn(nora.username(), Newcomer.PASSWORD);
    assertThat(browser.get("queue.xhtml").status()).isEqualTo(200);
    Api ada = Api.as("ada");
    assertThat(ada.post(place(nora, "deactivate"), "{}").status()).isEqualTo(204);
    theirs.get("/api/v1/clinics/current").refused("1104");
    assertThat(browser.get("queue.xhtml").header("Location")).contains("sign-in.xhtml");
    Api.signIn(nora.username(), Newcomer.PASSWORD).refused("1106");
    assertThat(member(nora).path("active").asBoolean(true)).isFalse();
    assertThat(ada.post(place(nora, "reactivate"), "{}").status()).isEqualTo(204);
    assertThat(nora.signIn().get("/api/v1/clinics/current").status()).isEqualTo(200);
  }

  @Test
  void anotherRoleCountsAtOnce() {
    Newcomer nora = Newcomer.as("staff");
    Api theirs = nora.signIn();
    assertThat(theirs.get("/api/v1/prior-authorizations").status()).isEqualTo(200);
    role(Api.as("ada"), nora.id(), "billing", 204);
    theirs.get("/api/v1/prior-authorizations").refused("1104");
    nora.signIn().get("/api/v1/prior-authorizations").refused("1105");
    Api.as("ada").put(place(nora, "role"), "{\"role\": \"root\"}").refused("/role", "unknown");
  }

  @Test
  void withoutTrainingNoPatientData() {
    Newcomer nora = Newcomer.untrained("staff");
    Api theirs = nora.signIn();
    theirs.get("/api/v1/prior-authorizations").refused("1124");
    theirs.post("/api/v1/patients/search", "{\"name\": \"sample\"}").refused("1124");
    theirs.get(USERS).refused("1105");
    assertThat(theirs.get("/api/v1/payers").status()).isEqualTo(200);
    PlainBrowser browser = PlainBrowser.signedIn(nora.username(), Newcomer.PASSWORD);
    assertThat(browser.get("queue.xhtml").body()).contains("patient data stays closed");

    nora.train(LocalDate.now(ZoneOffset.UTC).plusYears(1).toString());
    assertThat(nora.signIn().get("/api/v1/prior-authorizations").status()).isEqualTo(200);
    assertThat(member(nora).path("trained_until").asText())
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusYears(1).toString());

    Api trained = nora.signIn();
    nora.train(LocalDate.now(ZoneOffset.UTC).minusDays(2).toString());
    trained.get("/api/v1/prior-authorizations").refused("1104");
    nora.signIn().get("/api/v1/prior-authorizations").refused("1124");
    Api.as("ada")
        .put(place(nora, "training"), "{\"until\": \"2099-01-01\"}")
        .refused("/until", "too_far");
  }

  @Test
  void aClinicKeepsAnAdministrator() {
    Api rita = Api.as("rita");
    String own = Newcomer.id("rita");
    rita.post(USERS + "/" + own + "/deactivate", "{}").refused("1116");
    rita.put(USERS + "/" + own + "/role", "{\"role\": \"staff\"}").refused("1116");
    assertThat(rita.get("/api/v1/clinics/current").status()).isEqualTo(200);
  }

  @Test
  void aLostTelephoneIsForgivenByTheAdministrator() {
    Newcomer nora = Newcomer.as("staff");
    Api theirs = nora.signIn();
    nora.enrol(theirs);
    Api.signIn(nora.username(), Newcomer.PASSWORD).refused("1107");
    assertThat(member(nora).path("mfa_enabled").asBoolean()).isTrue();
    assertThat(Api.as("ada").post(place(nora, "mfa/reset"), "{}").status()).isEqualTo(204);
    theirs.get("/api/v1/clinics/current").refused("1104");
    assertThat(nora.signIn().get("/api/v1/auth/mfa").body().path("enabled").asBoolean(true))
        .isFalse();
  }

  @Test
  void anAdministratorEndsOneSessionAndLeavesTheOthers() {
    Newcomer nora = Newcomer.as("staff");
    Api program = nora.signIn();
    PlainBrowser browser = PlainBrowser.signedIn(nora.username(), Newcomer.PASSWORD);
    Api ada = Api.as("ada");
    JsonNode there = ada.get(place(nora, "sessions")).body().path("items");
    assertThat(there).hasSize(2).noneMatch(session -> session.path("current").asBoolean(true));
    String screen = session(there, "screen");
    assertThat(ada.delete(place(nora, "sessions/" + screen)).status()).isEqualTo(204);
    assertThat(browser.get("queue.xhtml").header("Location")).contains("sign-in.xhtml");
    assertThat(program.get("/api/v1/clinics/current").status()).isEqualTo(200);
    ada.delete(place(nora, "sessions/" + screen)).refused("1110");
    assertThat(ada.get(place(nora, "sessions")).body().path("items")).hasSize(1);
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'session.close'"
                    + " and detail ->> 'by' = 'administrator' and detail ->> 'user' = ?",
                nora.id()))
        .isEqualTo(1);

    String token = session(there, "token");
    String sams = Newcomer.id("sam");
    ada.delete(USERS + "/" + sams + "/sessions/" + token).refused("1110");
    Api.as("sol").delete(place(nora, "sessions/" + token)).refused("1105");
    Api.as("rita").get(place(nora, "sessions")).refused("1114");
    Api.as("rita").delete(place(nora, "sessions/" + token)).refused("1114");
    assertThat(program.get("/api/v1/clinics/current").status()).isEqualTo(200);
  }

  /** Who works in two clinics is signed in to the other one as before, and unseen from here. */
  @Test
  void aSessionInAnotherClinicIsNotThisOnes() {
    Newcomer nora = Newcomer.as("staff");
    Api theirs = inBothClinics(nora);
    String here = session(Api.as("ada").get(place(nora, "sessions")).body().path("items"), "token");
    assertThat(Api.as("rita").get(place(nora, "sessions")).body().path("items")).isEmpty();
    Api.as("rita").delete(place(nora, "sessions/" + here)).refused("1110");
    assertThat(theirs.get("/api/v1/clinics/current").status()).isEqualTo(200);
  }

  /** Joins the other clinic too; signed in to the first. */
  private static Api inBothClinics(Newcomer nora) {
    Newcomer.invite(Api.as("rita"), nora.email(), "staff").created();
    String secret = Newcomer.secretOf(Newcomer.linked(nora.email(), 2).get(1));
    ObjectNode token = Api.JSON.createObjectNode().put("token", secret);
    Api signedIn = nora.signIn();
    assertThat(signedIn.post("/api/v1/auth/invitations/join", token.toString()).status())
        .isEqualTo(204);
    return signedIn;
  }

  private static String session(JsonNode sessions, String kind) {
    for (JsonNode session : sessions) {
      if (session.path("kind").asText().equals(kind)) {
        return session.path("id").asText();
      }
    }
    throw new AssertionError("No " + kind + " in " + sessions);
  }

  @Test
  void oneClinicsAdministratorDoesNotLowerAnotherOnesWalls() {
    Newcomer nora = Newcomer.as("staff");
    Api theirs = inBothClinics(nora);
    nora.enrol(theirs);
    Api.as("ada").post(place(nora, "mfa/reset"), "{}").refused("1123");
    Api.signIn(nora.username(), Newcomer.PASSWORD).refused("1107");
  }

  private static void role(Api who, String user, String role, int status) {
    String body = Api.JSON.createObjectNode().put("role", role).toString();
    Answer changed = who.put(USERS + "/" + user + "/role", body);
    assertThat(changed.status()).isEqualTo(status);
  }

  private static String place(Newcomer who, String act) {
    return USERS + "/" + who.id() + "/" + act;
  }

  private static JsonNode member(Newcomer who) {
    for (JsonNode member : Api.as("ada").get(USERS).body().path("items")) {
      if (member.path("id").asText().equals(who.id())) {
        return member;
      }
    }
    throw new AssertionError("Not in the list: " + who);
  }
}
