package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.story.ApiKeys.PLACE;
import static org.openpriorauth.story.ApiKeys.made;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.story.Api.Answer;

/** Another system comes with a key: it may what is said of it, it ends, and it is shown once. */
@Tag("security")
@ExtendWith(Stack.class)
class ApiKeyStory {
  private static final String PATIENTS = "/api/v1/patients";

  @Test
  void aKeyMayWhatIsSaidOfItAndNothingMore() {
    Answer made = made(Api.as("ada"), "patient:read", "patient:change");
    Api emr = Api.withKey(made.text("key"));
    String patient = emr.post(PATIENTS, Cases.patientJson()).created().text("id");
    assertThat(emr.get(PATIENTS + "/" + patient).status()).isEqualTo(200);
    emr.get("/api/v1/prior-authorizations").refused("1105");
    emr.get("/api/v1/auth/sessions").refused("1105");
    emr.get(PLACE).refused("1105");
    Api.as("rita").get(PATIENTS + "/" + patient).refused("1201");

    UUID key = UUID.fromString(made.text("view", "id"));
    assertThat(
            Rows.texts(
                "select action from audit_event where actor = ? and action like 'patient.%'"
                    + " order by position",
                key))
        .containsExactly("patient.create", "patient.read");
    Answer trail = Api.as("ada").get("/api/v1/audit/events?actor=" + key + "&action=patient.read");
    assertThat(trail.body().toString()).contains(made.text("view", "name"));
    assertThat(Api.as("ada").get("/api/v1/audit/accesses/" + patient).body().toString())
        .contains(made.text("view", "name"));
    assertThat(Rows.texts("select last_used_at from api_key where id = ?", key))
        .doesNotContainNull();
  }

  @Test
  void theKeyIsShownOnceAndKeptNowhere() {
    Answer made = made(Api.as("ada"), "patient:read");
    String key = made.text("key");
    assertThat(key).startsWith("opa_").hasSize(47);
    assertThat(Api.as("ada").get(PLACE).body().toString())
        .contains(made.text("view", "name"))
        .doesNotContain(key);
    assertThat(Rows.everything()).noneMatch(row -> row.contains(key));
  }

  @Test
  void whatOnlyAPersonDoesOrTheMakerMayNotGoesIntoNoKey() {
    for (String never :
        List.of("user:change", "key:change", "pa:override", "operations:change", "no:such", "")) {
      ApiKeys.wanted(Api.as("ada"), Newcomer.fresh(), never).refused("/scope", "unknown");
    }
    ApiKeys.wanted(Api.as("ada"), Newcomer.fresh()).refused("/scope", "unknown");
    ApiKeys.wanted(Api.as("ada"), "\u202Egpj", "patient:read").refused("/name", "form");
    ApiKeys.wanted(Api.as("sam"), Newcomer.fresh(), "patient:read").refused("1105");
    String name = Newcomer.fresh();
    ApiKeys.wanted(Api.as("ada"), name, "patient:read").created();
    ApiKeys.wanted(Api.as("ada"), name.toUpperCase(Locale.ROOT), "patient:read").refused("1129");
    Api.as("ada")
        .post(PLACE, "{\"name\": \"Ever\", \"scope\": [\"patient:read\"], \"days\": 367}")
        .refused("/days", "range");
  }

  @Test
  void anEndedKeyOpensNothingFromTheNextCallOn() {
    Answer made = made(Api.as("ada"), "patient:read");
    Api emr = Api.withKey(made.text("key"));
    assertThat(emr.post(PATIENTS + "/search", "{\"name\": \"sample\"}").status()).isEqualTo(200);
    String place = PLACE + "/" + made.text("view", "id");
    assertThat(Api.as("ada").delete(place).status()).isEqualTo(204);
    emr.post(PATIENTS + "/search", "{\"name\": \"sample\"}").refused("1101");
    Api.as("ada").delete(place).refused("1128");
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'session.refuse'"
                    + " and subject_id = ? and clinic_id is not null",
                UUID.fromString(made.text("view", "id"))))
        .isEqualTo(1);
  }

  @Test
  void anOldKeyOpensNothing() {
    Answer made = made(Api.as("ada"), "patient:read");
    Rows.change(
        "update api_key set expires_at = now() - interval '1 second' where id = ?",
        UUID.fromString(made.text("view", "id")));
    Api.withKey(made.text("key"))
        .post(PATIENTS + "/search", "{\"name\": \"sample\"}")
        .refused("1101");
    assertThat(Api.as("ada").get(PLACE).body().toString()).contains("\"expired\"");
  }

  @Test
  void aKeyThatNobodyMadeOpensNoDoor() {
    List<Door> doors =
        Door.ALL.stream().filter(d -> !d.open() && !d.walk().equals("secret")).toList();
    String refusals = "select count(*) from audit_event where action = 'session.refuse'";
    List<Long> before = Rows.ofConsequence();
    long refused = Rows.count(refusals);
    Api stranger = Api.withKey("opa_" + "x".repeat(43));
    doors.forEach(door -> door.knock(stranger, DoorsStory.NOBODYS).refused("1101"));
    // The trail, and nothing else.
    assertThat(total(Rows.ofConsequence())).isEqualTo(total(before) + doors.size());
    assertThat(Rows.count(refusals)).isEqualTo(refused + doors.size());
  }

  private static long total(List<Long> rows) {
    return rows.stream().mapToLong(Long::longValue).sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "opa_", "' or 1=1 --", "opa_../../../../../../../../../../../../../../etc/pw"})
  void whatIsNoKeyIsRefusedAlike(String shown) {
    Api.withKey(shown).get("/api/v1/payers").refused("1101");
  }

  @Test
  void aTokenBesideAKeyIsRefused() {
    String key = made(Api.as("ada"), "patient:read").text("key");
    Answer both =
        Api.as("sam").send(Api.as("sam").request("/api/v1/payers").header("X-API-Key", key).GET());
    both.refused("1101");
  }
}
