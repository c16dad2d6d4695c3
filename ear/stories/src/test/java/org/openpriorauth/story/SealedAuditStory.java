package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.launcher.DemoClinic;

/** What was written down is what is read, and whoever changes it is found out. */
@Tag("hipaa")
@Tag("security")
@ExtendWith(Stack.class)
class SealedAuditStory {
  private static final String AUDIT = "/api/v1/audit/";
  private static final String ALONE = "set session_replication_role = replica; ";

  private final Api officer = Api.as("sol");

  @Test
  void anExportIsVerifiedWithNothingButJava() {
    Cases.patient(Api.as("sam"));
    assertThat(Jobs.run("seal-audit")).isEqualTo("COMPLETED");
    Cases.patient(Api.as("sam"));
    String export = officer.get(AUDIT + "export").raw().body();
    assertThat(export)
        .doesNotContain(DemoClinic.RIVERBEND.id().toString())
        .doesNotContain("Sample");
    assertThat(Verifier.of(export).exit()).isZero();
    List<String> lines = export.lines().toList();
    int event = 0;
    while (!lines.get(event).startsWith("{")) {
      event++;
    }
    List<String> changed = new ArrayList<>(lines);
    changed.set(event, lines.get(event).replace("\"outcome\":\"done\"", "\"outcome\":\"refused\""));
    assertThat(changed).isNotEqualTo(lines);
    assertThat(Verifier.of(String.join("\n", changed)).exit()).isEqualTo(1);
    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(event);
    assertThat(Verifier.of(String.join("\n", fewer)).exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_event set action = 'patient.list' where id = '%s'",
        "update audit_event set actor = '00000000-0000-0000-0000-000000000001' where id = '%s'",
        "update audit_event set at = at + interval '1 microsecond' where id = '%s'",
        "update audit_event set detail = '{\"x\": 1}' where id = '%s'",
        "delete from audit_event where id = '%s'",
        "insert into audit_event (id, at, clinic_id, actor, action, subject, outcome, door,"
            + " request_id, position) select gen_random_uuid(), at, clinic_id, actor, action,"
            + " subject, outcome, door, request_id, position from audit_event where id = '%s'"
      })
  void whoeverHasTheWholeDatabaseIsFoundOut(String tampering) throws SQLException {
    Cases.patient(Api.as("sam"));
    assertThat(Jobs.run("seal-audit")).isEqualTo("COMPLETED");
    assertThat(problems()).isEmpty();
    String event =
        Rows.texts(
                "select id from audit_event where clinic_id = ? and action = 'patient.create'"
                    + " order by position desc limit 1",
                DemoClinic.CEDAR_HOLLOW.id())
            .get(0);
    try (Connection all = Stack.system().database().superuser().getConnection();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = openpriorauth");
      statement.execute("create temporary table kept as select * from audit_event");
      statement.execute(ALONE + tampering.formatted(event));
      assertThat(problems()).hasSize(1);
      assertThat(Jobs.run("verify-audit")).isEqualTo("FAILED");
      assertThat(check()).isEqualTo("fail");
      statement.execute(
          "delete from audit_event where position = (select position from kept where id = '"
              + event
              + "'); insert into audit_event select * from kept where id = '"
              + event
              + "'");
    }
    assertThat(problems()).isEmpty();
    assertThat(Jobs.run("verify-audit")).isEqualTo("COMPLETED");
    assertThat(check()).isEqualTo("pass");
  }

  /** What an administrator is told of the clinic's trail. */
  private String check() {
    for (JsonNode one : officer.get("/api/v1/admin/checks").body().path("items")) {
      if (one.path("name").asText().equals("audit-trail")) {
        return one.path("status").asText();
      }
    }
    throw new AssertionError("no such check");
  }

  /** A whole new chain, made with everything that is in the database: it lacks the key. */
  @Test
  void aChainThatWasMadeAnewIsNotOurs() throws SQLException {
    Cases.patient(Api.as("sam"));
    assertThat(Jobs.run("seal-audit")).isEqualTo("COMPLETED");
    String last =
        "from audit_seal where clinic_id = '"
            + DemoClinic.CEDAR_HOLLOW.id()
            + "' and number = (select max(number) from audit_seal where clinic_id = '"
            + DemoClinic.CEDAR_HOLLOW.id()
            + "')";
    try (Connection all = Stack.system().database().superuser().getConnection();
        Statement statement = all.createStatement()) {
      statement.execute("set search_path = openpriorauth");
      statement.execute("create temporary table kept as select * " + last);
      statement.execute(
          ALONE
              + "update audit_seal set keyed = sha256(keyed) where (clinic_id, number) ="
              + " (select clinic_id, number from kept)");
      assertThat(problems()).hasSize(1).allMatch(p -> p.contains("not made by this installation"));
      statement.execute(
          "update audit_seal s set keyed = k.keyed from kept k"
              + " where (s.clinic_id, s.number) = (k.clinic_id, k.number)");
    }
    assertThat(problems()).isEmpty();
  }

  @Test
  void noSealIsSetWhileSomebodyStillWritesBelowIt() throws SQLException {
    UUID clinic = DemoClinic.CEDAR_HOLLOW.id();
    String late = "late-" + UUID.randomUUID();
    try (Connection writer =
        Stack.system()
            .database()
            .as("openpriorauth_app", Stack.system().secrets().password("app"))
            .getConnection()) {
      writer.setAutoCommit(false);
      try (Statement statement = writer.createStatement()) {
        statement.execute("select set_config('app.clinic', '" + clinic + "', true)");
        statement.execute(
            "insert into audit_event (id, at, clinic_id, actor, action, subject, outcome, door,"
                + " request_id) values (gen_random_uuid(), now(), '"
                + clinic
                + "', gen_random_uuid(), 'test.late', 'test', 'done', 'test', '"
                + late
                + "')");
      }
      Cases.patient(Api.as("sam"));
      long before = sealedUpTo();
      String job = Jobs.start("seal-audit");
      Eventually.holds(
          Duration.ofSeconds(3), () -> Api.as("omar").get(job).text("status").startsWith("START"));
      assertThat(sealedUpTo()).isEqualTo(before);
      writer.commit();
      assertThat(Jobs.end(job)).isEqualTo("COMPLETED");
    }
    assertThat(
            Rows.count(
                "select count(*) from audit_event where request_id = ? and position <= ?",
                late,
                sealedUpTo()))
        .isEqualTo(1);
    assertThat(problems()).isEmpty();
  }

  @Test
  void whatIsLookedForIsFound() {
    Api sam = Api.as("sam");
    String patient = Cases.patient(sam);
    sam.get("/api/v1/patients/" + patient);
    sam.get("/api/v1/batch/jobs");
    JsonNode about = officer.get(AUDIT + "events?subject_id=" + patient).body().path("items");
    assertThat(about.findValuesAsText("action")).containsExactly("patient.read", "patient.create");
    assertThat(about.findValuesAsText("actor_name")).containsOnly("Sam Whitfield");
    JsonNode refused =
        officer.get(AUDIT + "events?outcome=refused&limit=1").body().path("items").path(0);
    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    String first = officer.get(AUDIT + "events?limit=2").text("next");
    JsonNode page = officer.get(AUDIT + "events?limit=2&after=" + first).body().path("items");
    assertThat(page).hasSize(2);
    assertThat(officer.get(AUDIT + "events?from=2099-01-01T00:00:00Z").body().path("items"))
        .isEmpty();
    officer.get(AUDIT + "events?from=yesterday").refused("1003");
    officer.get(AUDIT + "events?actor=sam").refused("1003");
    officer.get(AUDIT + "events?after=x").refused("1003");
    sam.get(AUDIT + "events").refused("1105");
  }

  @Test
  void thePatientIsToldWhoLooked() {
    Api sam = Api.as("sam");
    String request = Cases.request(sam);
    String patient = sam.get("/api/v1/prior-authorizations/" + request).text("patient_id");
    Api.as("ada").post("/api/v1/patients/search", "{\"name\": \"sample\"}");
    PlainBrowser.signedIn("sam").get("queue.xhtml");
    JsonNode looked = officer.get(AUDIT + "accesses/" + patient).body().path("items");
    assertThat(looked.findValuesAsText("name")).contains("Sam Whitfield", "Ada Moreno");
    JsonNode sams = null;
    for (JsonNode one : looked) {
      sams = one.path("name").asText().equals("Sam Whitfield") ? one : sams;
    }
    assertThat(sams.path("actions").toString())
        .contains("patient.create", "coverage.create", "pa.create", "pa.read", "patient.list");
    ReadyCases cases = new ReadyCases("LOOKED");
    String packed = cases.ready("97110", 1);
    Api.as("dr.okafor").get("/api/v1/prior-authorizations/" + packed + "/packet/content");
    String whose = sam.get("/api/v1/prior-authorizations/" + packed).text("patient_id");
    assertThat(officer.get(AUDIT + "accesses/" + whose).body().toString())
        .contains("packet.read")
        .contains("Okafor");
    assertThat(sams.path("times").asInt()).isGreaterThanOrEqualTo(5);
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    String next = "1";
    while (!next.isEmpty() && !next.equals("null")) {
      JsonNode result = officer.get(AUDIT + "verification?from=" + next).body();
      result.path("problems").forEach(p -> problems.add(p.asText()));
      next = result.path("next").asText();
    }
    return problems;
  }

  private static long sealedUpTo() {
    return Rows.count(
        "select coalesce(max(up_to), 0) from audit_seal where clinic_id = ?",
        DemoClinic.CEDAR_HOLLOW.id());
  }
}
