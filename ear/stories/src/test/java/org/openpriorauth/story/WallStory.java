package org.openpriorauth.story;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;

/** One clinic tries to reach another's data, by every way there is today. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
class WallStory {

  private static Api here;
  private static Api there;
  static Map<String, String> ours;

  @BeforeAll
  static void aCaseWithEverything() {
    here = Api.as("sam");
    there = Api.as("rita");
    Sent sent = decided();
    String document =
        here.get(sent.place() + "/documents").body().path("items").path(0).path("id").asText();
    Answer request = here.get(sent.place());
    settings(request);
    ours =
        Map.ofEntries(
            entry("session", session()),
            entry("user", Rows.texts("select id from app_user where username = 'sam'").get(0)),
            entry("invitation", Newcomer.invited("wall@example.net", "staff")),
            entry("key", ApiKeys.made(Api.as("ada"), "patient:read").text("view", "id")),
            entry("alert", Alarms.raised()),
            entry("patient", request.text("patient_id")),
            entry("coverage", request.text("coverage_id")),
            entry("provider", request.text("ordering_provider_id")),
            entry("payer", request.text("payer_id")),
            entry("policy", policy()),
            entry("request", sent.request()),
            entry("criterion", "diagnosis"),
            entry("kind", "necessity"),
            entry("version", "1"),
            entry("document", document),
            entry("upload", unfinished()),
            entry(
                "field",
                here.get("/api/v1/documents/" + document + "/extraction")
                    .body()
                    .path("fields")
                    .path(0)
                    .path("id")
                    .asText()),
            entry("page", "1"),
            entry("submission", sent.submission()),
            entry("attempt", "1"));
  }

  /** What the clinic's administrator and the night leave behind. */
  private static void settings(Answer request) {
    Api.as("ada")
        .put(
            "/api/v1/providers/"
                + request.text("ordering_provider_id")
                + "/networks/"
                + request.text("payer_id"),
            "{\"status\": \"in_network\"}");
    assertThat(
            Api.as("ada")
                .put("/api/v1/clinics/current/networks", "{\"networks\": [\"127.0.0.0/8\"]}")
                .status())
        .isEqualTo(200);
    ModelCases.leaveTraces("WALL-MODEL");
    assertThat(Jobs.run("seal-audit")).isEqualTo("COMPLETED");
    assertThat(Jobs.run("run-checks")).isEqualTo("COMPLETED");
  }

  private static String unfinished() {
    Tus upload = Tus.begin(here, Cases.request(here), "wall.txt", 50);
    upload.send(0, "Jane Q. Sample, and more to".getBytes(StandardCharsets.US_ASCII));
    return upload.id();
  }

  private static String policy() {
    return here.get("/api/v1/policies").body().path("items").path(0).path("id").asText();
  }

  private static String session() {
    return here.get("/api/v1/auth/sessions").body().path("items").path(0).path("id").asText();
  }

  static Stream<Door> doors() {
    return Door.ALL.stream().filter(Door::foreign);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void anotherClinicsIdsAreNotThere(Door door) {
    if (door.verb().equals("GET")) {
      Api own = door.path().matches("/api/v1/(audit|users)/.*") ? Api.as("ada") : here;
      assertThat(door.knock(own, ours).status()).as("ours").isEqualTo(200);
    }
    Api who = door.path().endsWith("/override") ? clinicianThere() : there;
    List<Long> before = Rows.ofConsequence();
    door.knock(who, ours).refused(door.walk());
    assertThat(Rows.ofConsequence()).isEqualTo(before);
  }

  /** An administrator may not override at all, so she signs in as a clinician once. */
  private static Api clinicianThere() {
    role("clinician");
    try {
      return People.anew("rita");
    } finally {
      role("admin");
    }
  }

  @Test
  void anotherClinicsIdsInABodyAreNotThereEither() {
    String patient = Cases.patient(there);
    String coverage = Cases.coverage(there, patient);
    String request = Cases.request(there);
    List<Long> before = Rows.ofConsequence();
    String coverages = "/api/v1/patients/" + patient + "/coverages";
    there.post(coverages, Cases.coverageJson(ours.get("payer"), null, null)).refused("1204");
    String requests = "/api/v1/prior-authorizations";
    there.post(requests, Cases.requestJson(ours.get("patient"), coverage)).refused("1201");
    there.post(requests, Cases.requestJson(patient, ours.get("coverage"))).refused("1203");
    String own = Cases.requestJson(patient, coverage);
    String assigned = requests + "/" + request + "/providers";
    for (String role : List.of("ordering_provider_id", "performing_provider_id")) {
      String theirs = '"' + role + "\": \"" + ours.get("provider") + '"';
      there.post(requests, own.replaceFirst("\\{", "{" + theirs + ", ")).refused("1206");
    }
    String provider = "{\"ordering_provider_id\": \"" + ours.get("provider") + "\"}";
    there.put(assigned, provider, "If-Match", "\"0\"").refused("1206");
    String match = "/api/v1/criteria/match";
    String documents = "\"document_ids\": [\"" + ours.get("document") + "\"]";
    there.post(match, MatchStory.question(documents)).refused("1501");
    there.post(match, "{\"policy_id\": \"story-WALL\", " + documents + "}").refused("1604");
    assertThat(Rows.ofConsequence()).isEqualTo(before);
  }

  @Test
  void noListNamesWhatIsAnotherClinics() {
    assertThat(there.post("/api/v1/patients/search", "{\"name\": \"sample\"}").body().toString())
        .doesNotContain(ours.get("patient"));
    assertThat(there.get("/api/v1/prior-authorizations?limit=200").body().toString())
        .doesNotContain(ours.get("request"));
    assertThat(there.get("/api/v1/payers").body().toString()).doesNotContain(ours.get("payer"));
    assertThat(there.get("/api/v1/providers").body().toString())
        .doesNotContain(ours.get("provider"));
    assertThat(there.get("/api/v1/policies").body().toString()).doesNotContain("story-WALL");
    assertThat(here.get("/api/v1/policies").body().toString()).contains("story-WALL");
  }

  private static void role(String role) {
    Rows.change(
        "update membership set role = ? where clinic_id = ?", role, DemoClinic.RIVERBEND.id());
  }

  private static Sent decided() {
    Payer.forgetOrders();
    ReadyCases cases = new ReadyCases("WALL");
    cases.send("97110", 6).await("APPROVED");
    String request = cases.ready("72148", 1);
    LetterStory.writeTheTemplate(cases, request);
    return cases.send(request).await("APPROVED");
  }

  @Test
  void theApplicationsOwnConnectionSeesOneClinicAtATime() throws SQLException {
    Cases.request(here);
    Cases.request(there);
    String looked = new ReadyCases("WALL").ready("97110", 6);
    String document =
        here.get("/api/v1/prior-authorizations/" + looked + "/documents")
            .body()
            .path("items")
            .path(0)
            .path("id")
            .asText();
    String read = "/api/v1/documents/" + document + "/extraction";
    assertThat(here.put(read, "{\"verdict\": \"accepted\"}").status()).isEqualTo(200);
    String field = here.get(read).body().path("fields").path(0).path("id").asText();
    assertThat(here.put(read + "/fields/" + field, "{\"verdict\": \"accepted\"}").status())
        .isEqualTo(200);
    Rows.change(
        "insert into calibration select id, 'wall', 'none', '', now() from clinic where id = ?"
            + " on conflict do nothing",
        DemoClinic.CEDAR_HOLLOW.id());
    try (Connection app = application()) {
      app.setAutoCommit(false);
      for (String table : TenantTables.ALL) {
        if (table.equals("idempotency_key")) {
          continue;
        }
        assertThat(Rows.count("select count(*) from " + table)).as("rows: " + table).isPositive();
        assertThat(count(app, table)).as("without a clinic: " + table).isZero();
      }
      enter(app, DemoClinic.RIVERBEND);
      try (ResultSet clinics =
          app.createStatement().executeQuery("select distinct clinic_id from patient")) {
        assertThat(clinics.next()).isTrue();
        assertThat(clinics.getObject(1)).isEqualTo(DemoClinic.RIVERBEND.id());
        assertThat(clinics.next()).isFalse();
      }
      app.commit();
      assertThat(count(app, "patient")).as("after the transaction").isZero();
    }
  }

  @Test
  void theApplicationsRoleCannotWriteForAnotherClinicNorLiftTheWall() throws SQLException {
    for (String sql :
        new String[] {
          "insert into idempotency_key (clinic_id, action, idem_key, fingerprint, created_at)"
              + " values ('"
              + DemoClinic.CEDAR_HOLLOW.id()
              + "', 'a', 'k', '', now())",
          "alter table patient disable row level security",
          "set session authorization openpriorauth_owner",
          "set role openpriorauth_owner",
          "drop policy own_clinic on patient",
          "truncate patient",
          "update audit_event set action = 'x'",
          "delete from audit_event",
          "update clinic set kind = 'platform'",
          "update clinic set pa_prefix = 'XX'",
          "insert into clinic (id, name, npi, tax_id, pa_prefix, created_at, created_by,"
              + " updated_at, updated_by) values (gen_random_uuid(), 'x', '1', '1', 'XX', now(),"
              + " gen_random_uuid(), now(), gen_random_uuid())",
          "create table openpriorauth.loot (a int)"
        }) {
      try (Connection app = application()) {
        app.setAutoCommit(false);
        enter(app, DemoClinic.RIVERBEND);
        try (Statement statement = app.createStatement()) {
          assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
        }
      }
    }
  }

  @Test
  void theApplicationsRoleChangesOneClinicAndListsNone() throws SQLException {
    try (Connection app = application()) {
      app.setAutoCommit(false);
      enter(app, DemoClinic.RIVERBEND);
      try (Statement statement = app.createStatement()) {
        assertThat(statement.executeUpdate("update clinic set name = name")).isEqualTo(1);
        assertThat(
                statement
                    .executeQuery("select * from practices(null, '" + new UUID(0, 0) + "', 100)")
                    .next())
            .as("the list of practices, for who is none of the installation's")
            .isFalse();
      }
      app.rollback();
    }
  }

  @Test
  void aPooledConnectionCarriesNoClinicOver() {
    for (int i = 0; i < 30; i++) {
      Api clinic = i % 2 == 0 ? here : there;
      String expected = i % 2 == 0 ? "CH-" : "RB-";
      clinic
          .get("/api/v1/prior-authorizations?limit=200")
          .body()
          .path("items")
          .forEach(row -> assertThat(row.path("pa_number").asText()).startsWith(expected));
    }
  }

  @Test
  void theDatabaseHoldsNoNameNumberOrBirthDateInTheClear() throws SQLException {
    Cases.request(here);
    try (Connection all = Stack.system().database().superuser().getConnection();
        Statement statement = all.createStatement()) {
      for (String table :
          new String[] {
            "patient", "coverage", "audit_event", "work_item", "clinical_document", "document_page"
          }) {
        try (ResultSet rows =
            statement.executeQuery("select t::text from openpriorauth." + table + " t")) {
          while (rows.next()) {
            String row = rows.getString(1);
            for (String secret :
                new String[] {"Sample", "123456789", "1971-04-05", "HCX 448", "775-555-0177"}) {
              assertThat(row).as(table).doesNotContain(secret).doesNotContain(hex(secret));
            }
          }
        }
      }
    }
  }

  @Test
  void anErrorQuotesNoRowInTheLog() throws java.io.IOException {
    String patient =
        Cases.patientJson().replace("{\"given_name\"", "{\"external_id\": \"E-7\", \"given_name\"");
    assertThat(here.post("/api/v1/patients", patient).status()).isEqualTo(201);
    String again = patient.replaceAll("\"mrn\": \"[^\"]+\"", "\"mrn\": \"E-7-again\"");
    here.post("/api/v1/patients", again).refused("1303");
    String nul = Cases.patientJson().replace("Jane Q.", "Jane \\u0000");
    here.post("/api/v1/patients", nul).refused("1001");
    try (var files = java.nio.file.Files.walk(Stack.system().settings().home())) {
      for (var log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        assertThat(
                new String(
                    java.nio.file.Files.readAllBytes(log),
                    java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(log.toString())
            .doesNotContain("Sample")
            .doesNotContain("E-7-again")
            .doesNotContain("Detail: Key");
      }
    }
  }

  private static String hex(String text) {
    return java.util.HexFormat.of()
        .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Connection application() throws SQLException {
    return Stack.system()
        .database()
        .as("openpriorauth_app", Stack.system().secrets().password("app"))
        .getConnection();
  }

  private static void enter(Connection app, DemoClinic.Clinic clinic) throws SQLException {
    try (Statement statement = app.createStatement()) {
      statement.execute("select set_config('app.clinic', '" + clinic.id() + "', true)");
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (ResultSet rows =
        connection.createStatement().executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
