package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;

/** What the audit trail shows is found once, said to who looks after it, and closed by a person. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
@Thorough
class AlertsStory {
  private static Api sol;
  private static String zone;

  @BeforeAll
  static void theOfficer() {
    sol = Api.as("sol");
    zone = zone(DemoClinic.RIVERBEND.id());
  }

  @AfterEach
  void theClockIsAsBefore() {
    Rows.change("update clinic set time_zone = ? where id = ?", zone, DemoClinic.RIVERBEND.id());
  }

  private static String zone(UUID clinic) {
    return Rows.texts("select time_zone from clinic where id = ?", clinic).get(0);
  }

  @Test
  void whoReadsManyPatientsIsFoundOnce() {
    Newcomer who = Newcomer.as("staff");
    Api reader = who.signIn();
    List<String> patients = new ArrayList<>();
    while (patients.size() < Alarms.PATIENTS) {
      patients.add(Cases.patient(Api.withToken(People.token("ada"))));
    }
    patients.stream().limit(Alarms.PATIENTS - 1L).forEach(p -> read(reader, p));
    read(reader, patients.get(0));
    Alarms.find();
    assertThat(Alarms.open(sol, "mass_reads", who.id())).as("one is missing").isEmpty();

    read(reader, patients.get(Alarms.PATIENTS - 1));
    long told = told("Many patients read");
    Alarms.find();
    Alarms.find();
    List<JsonNode> found = Alarms.open(sol, "mass_reads", who.id());
    assertThat(found).hasSize(1);
    JsonNode alert = found.get(0);
    assertThat(alert.path("times").asInt()).isEqualTo(Alarms.PATIENTS);
    assertThat(alert.path("said").asText())
        .isEqualTo(
            "Nora "
                + who.username()
                + " had to do with the records of 30 patients in a"
                + " short time.");
    assertThat(sol.get(alert.path("lines").asText()).body().path("items").toString())
        .contains("patient.read", patients.get(3))
        .doesNotContain("Jane");
    Eventually.get(Duration.ofSeconds(30), () -> told("Many patients read"), n -> n > told);
    assertThat(mails("sol")).noneMatch(m -> m.contains(who.username()) || m.contains("Jane"));
    Alarms.find();
    Eventually.holds(Duration.ofSeconds(3), () -> told("Many patients read") == told + 1);
    assertThat(mails("ada")).anyMatch(m -> m.contains("Many patients read"));
  }

  private static long told(String rule) {
    return mails("sol").stream().filter(m -> m.contains(rule)).count();
  }

  private static void read(Api who, String patient) {
    assertThat(who.get("/api/v1/patients/" + patient).status()).isEqualTo(200);
  }

  private static String email(String username) {
    return Rows.texts("select email from app_user where username = ?", username).get(0);
  }

  private static List<String> mails(String username) {
    return Stack.system().mailbox().to(email(username));
  }

  @Test
  void whoIsRefusedOftenIsFoundOnceAndAgainAfterThatWasClosed() {
    Newcomer who = Newcomer.as("billing");
    Api refused = who.signIn();
    refused(refused, Alarms.REFUSALS - 1);
    Alarms.find();
    assertThat(Alarms.open(sol, "refusals", who.id())).isEmpty();
    refused(refused, 1);
    Alarms.find();
    JsonNode first = Alarms.open(sol, "refusals", who.id()).get(0);
    assertThat(first.path("times").asInt()).isEqualTo(Alarms.REFUSALS);

    refused(refused, 2);
    Alarms.find();
    List<JsonNode> more = Alarms.open(sol, "refusals", who.id());
    assertThat(more).hasSize(1);
    assertThat(more.get(0).path("times").asInt()).isEqualTo(Alarms.REFUSALS + 2);
    Alarms.close(sol, first, "in_order", "Seen too early.").refused("1007");
    Answer closed = Alarms.close(sol, more.get(0), "in_order", "She is new.");
    assertThat(closed.status()).as(closed.body().toString()).isEqualTo(200);
    assertThat(closed.text("state")).isEqualTo("closed");
    assertThat(closed.text("closed_by")).isEqualTo("Sol Abernathy");
    Alarms.close(sol, more.get(0), "misuse", "Twice.").refused("1811");

    Alarms.find();
    assertThat(Alarms.open(sol, "refusals", who.id())).as("what was closed").isEmpty();
    refused(refused, Alarms.REFUSALS);
    Alarms.find();
    assertThat(Alarms.open(sol, "refusals", who.id())).as("what came later").hasSize(1);
  }

  private static void refused(Api who, int times) {
    for (int i = 0; i < times; i++) {
      who.get("/api/v1/prior-authorizations").refused("1105");
    }
  }

  @Test
  void wrongPasswordsFromOneAddressAreTheInstallationsToLookAt() {
    // A network of its own: whoever else is refused from that address would be counted too.
    String address = "192.0.2." + (int) (1 + Math.random() * 250);
    for (int i = 0; i < Alarms.REFUSALS; i++) {
      ObjectNode guess = Api.JSON.createObjectNode().put("username", "nobody" + i);
      Api.anonymous()
          .post(
              "/api/v1/auth/login",
              guess.put("password", "a guess, and a wrong one").toString(),
              "X-Forwarded-For",
              address)
          .refused("1102");
    }
    Alarms.find();
    List<JsonNode> found = Alarms.open(Practices.platform(), "refusals", address);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("said").asText()).isEqualTo(address + " was refused 20 times.");
    assertThat(Alarms.open(sol, "refusals", address)).as("no practice's").isEmpty();
    String lines = found.get(0).path("lines").asText();
    assertThat(Practices.platform().get(lines).body().path("items"))
        .hasSize(Alarms.REFUSALS)
        .allMatch(line -> line.path("action").asText().equals("session.refuse"));
    sol.get(lines).refused("1105");
  }

  @Test
  void whoReadsAtNightIsFoundUnlessItIsTheirHabit() {
    Api rita = Api.as("rita");
    String patient = Cases.patient(rita);
    String id = Newcomer.id("rita");
    UUID clinic = DemoClinic.RIVERBEND.id();
    Rows.change("delete from security_alert where clinic_id = ?", clinic);
    clock(clinic, 12);
    read(rita, patient);
    Alarms.find();
    assertThat(Alarms.open(rita, "odd_hours", id)).as("at noon").isEmpty();
    clock(clinic, 2);
    Alarms.find();
    JsonNode found = Alarms.open(rita, "odd_hours", id).get(0);
    assertThat(found.path("said").asText()).startsWith("Rita Vance read patient data");
    Alarms.close(rita, found, "in_order", "It was me.").refused("1812");

    Rows.change("delete from security_alert where clinic_id = ?", clinic);
    for (int day = 1; day <= 3; day++) {
      Rows.change(
          "insert into user_session (id, user_id, clinic_id, kind, created_at, last_seen_at,"
              + " expires_at) values (gen_random_uuid(), cast(? as uuid), ?, 'screen',"
              + " now() - ? * interval '1 day', now(), now())",
          id,
          clinic,
          day);
    }
    Alarms.find();
    assertThat(Alarms.open(rita, "odd_hours", id)).as("every night").isEmpty();
  }

  /** Puts the clinic where it is this hour now. */
  private static void clock(UUID clinic, int hour) {
    int west = Instant.now().atOffset(ZoneOffset.UTC).getHour() - hour;
    // POSIX counts to the west: Etc/GMT+5 is five hours behind.
    int name = west > 12 ? west - 24 : west < -14 ? west + 24 : west;
    String wanted = name == 0 ? "Etc/GMT" : "Etc/GMT" + (name > 0 ? "+" : "") + name;
    Rows.change("update clinic set time_zone = ? where id = ?", wanted, clinic);
  }

  @Test
  void anEmergencyIsSaidAtOnceAndEndsWithAVerdict() {
    String request = Cases.request(Api.as("sam"));
    Newcomer who = Newcomer.as("front_desk");
    int mails = mails("sol").size();
    String body = EmergencyAccessStory.body(EmergencyAccessStory.REASON, Newcomer.PASSWORD);
    Answer opened = who.signIn().post(EmergencyAccessStory.PLACE, body).created();
    Api reads = Api.withToken(opened.text("access_token"));
    read(reads, Api.as("sam").get("/api/v1/prior-authorizations/" + request).text("patient_id"));

    JsonNode found = Alarms.open(sol, "emergency", who.id()).get(0);
    String mail = Newcomer.mails(email("sol"), mails + 1).get(mails);
    assertThat(mail).contains("Emergency access opened").doesNotContain("Jane", who.username());
    String place = Alarms.PLACE + "/" + found.path("id").asText();
    assertThat(sol.get(place).body().path("emergency").path("reason").asText())
        .isEqualTo(EmergencyAccessStory.REASON);
    JsonNode lines = sol.get(found.path("lines").asText()).body().path("items");
    assertThat(StreamSupport.stream(lines.spliterator(), false).map(l -> l.path("action").asText()))
        .contains("emergency.open", "patient.read");

    Answer closed = Alarms.close(sol, found, "in_order", "Jane Q. Sample was in danger.");
    assertThat(closed.status()).isEqualTo(200);
    assertThat(closed.text("verdict")).isEqualTo("in_order");
    assertThat(closed.text("note")).isEqualTo("Jane Q. Sample was in danger.");
    assertThat(Rows.everything()).noneMatch(row -> row.contains("was in danger"));
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'alert.close'"
                    + " and subject_id = cast(? as uuid)",
                found.path("id").asText()))
        .isEqualTo(1);
  }

  @Test
  void aTokenThatComesBackIsSaidAtOnce() {
    Newcomer who = Newcomer.as("staff");
    String token =
        Api.JSON
            .createObjectNode()
            .put(
                "refresh_token",
                Api.signIn(who.username(), Newcomer.PASSWORD).text("refresh_token"))
            .toString();
    assertThat(Api.anonymous().post("/api/v1/auth/refresh", token).status()).isEqualTo(200);
    Api.anonymous().post("/api/v1/auth/refresh", token).refused("1104");
    assertThat(Alarms.open(sol, "session_stolen", who.id())).hasSize(1);
  }

  @Test
  void whatIsNotInOrderClosesNothing() {
    JsonNode alert = sol.get(Alarms.PLACE + "/" + Alarms.raised()).body();
    String place = Alarms.PLACE + "/" + alert.path("id").asText();
    Alarms.close(sol, alert, "guilty", "Because.").refused("1003");
    Alarms.close(sol, alert, "misuse", " ").refused("1003");
    Alarms.close(sol, alert, "misuse", "x".repeat(2001)).refused("/note", "length");
    sol.put(place, "{\"verdict\": \"misuse\", \"note\": \"Because.\"}").refused("1003");
    sol.get(Alarms.PLACE + "?state=WRONG").refused("1003");
    sol.get(Alarms.PLACE + "?after=nonsense").refused("1003");
    Api.as("sam").get(place).refused("1105");
    Alarms.close(Api.as("sam"), alert, "misuse", "Because.").refused("1105");
    Api.as("rita").get(place).refused("1810");
    assertThat(sol.get(place).text("state")).isEqualTo("open");
  }

  @Test
  void thePagesOfTheListHoldEveryAlertOnce() {
    Alarms.raised();
    Alarms.raised();
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = sol.get(Alarms.PLACE + "?limit=1" + after).body();
      page.path("items").forEach(a -> ids.add(a.path("id").asText()));
      after = page.path("next").isNull() ? null : "&after=" + page.path("next").asText();
    } while (after != null);
    assertThat(ids)
        .doesNotHaveDuplicates()
        .hasSize(
            (int)
                Rows.count(
                    "select count(*) from security_alert where closed_at is null"
                        + " and clinic_id = ?",
                    DemoClinic.CEDAR_HOLLOW.id()));
  }
}
