package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.DemoClinic;

/** One clinic tries to reach another's data, by every way there is today. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
class WallStory {
  private static final String[] TENANT_TABLES = {
    "patient",
    "patient_name_token",
    "payer",
    "coverage",
    "prior_authorization",
    "prior_authorization_item",
    "prior_authorization_sequence",
    "clinical_document",
    "document_page",
    "document_extraction",
    "verification",
    "policy_pack",
    "assessment",
    "timeline_event",
    "provider",
    "payer_channel",
    "packet",
    "submission",
    "submission_attempt",
    "payer_message",
    "determination",
    "determination_item",
    "idempotency_key"
  };

  private final Api here = Api.as("sam");
  private final Api there = Api.as("rita");

  @Test
  void anotherClinicsIdsAreNotThere() {
    String patient = Cases.patient(here);
    String coverage = Cases.coverage(here, patient);
    String request = Cases.request(here);
    assertThat(there.get("/api/v1/patients/" + patient).status()).isEqualTo(404);
    assertThat(there.delete("/api/v1/patients/" + patient).status()).isEqualTo(404);
    assertThat(there.get("/api/v1/patients/" + patient + "/coverages").status()).isEqualTo(404);
    assertThat(
            there
                .post(
                    "/api/v1/patients/" + patient + "/coverages",
                    Cases.coverageJson(Cases.payer(there), null, null))
                .status())
        .isEqualTo(404);
    assertThat(there.get("/api/v1/prior-authorizations/" + request).status()).isEqualTo(404);
    assertThat(
            there.delete("/api/v1/prior-authorizations/" + request, "If-Match", "\"0\"").status())
        .isEqualTo(404);
    assertThat(
            there
                .post("/api/v1/prior-authorizations", Cases.requestJson(patient, coverage))
                .status())
        .isEqualTo(404);
    String own = Cases.patient(there);
    assertThat(
            there
                .post(
                    "/api/v1/patients/" + own + "/coverages",
                    Cases.coverageJson(Cases.payer(here), null, null))
                .text("code"))
        .isEqualTo("OPA-1204");
    assertThat(there.post("/api/v1/patients/search", "{\"name\": \"sample\"}").body().toString())
        .doesNotContain(patient);
  }

  @Test
  void anotherClinicsDocumentsAreNotThere() {
    String request = Cases.request(here);
    String document = Cases.document(here, request);
    String documents = "/api/v1/prior-authorizations/" + request + "/documents";
    assertThat(there.get(documents).status()).isEqualTo(404);
    assertThat(there.upload(documents, "a.txt", new byte[] {'a'}).status()).isEqualTo(404);
    for (String place : new String[] {"", "/pages", "/pages/1"}) {
      assertThat(there.get("/api/v1/documents/" + document + place).status())
          .as(place)
          .isEqualTo(404);
    }
  }

  @Test
  void whatWasReadSentAndDecidedIsNotThereForAnotherClinic() {
    Sent sent = decided();
    String document =
        here.get(sent.place() + "/documents").body().path("items").path(0).path("id").asText();
    String read = "/api/v1/documents/" + document + "/extraction";
    String field = here.get(read).body().path("fields").path(0).path("id").asText();
    String submission = "/api/v1/submissions/" + sent.submission();
    String payer = here.get(sent.place()).text("payer_id");
    for (String place :
        List.of(
            read,
            sent.place() + "/criteria",
            sent.place() + "/packet",
            sent.place() + "/packet/content",
            sent.place() + "/submissions",
            sent.place() + "/determination",
            sent.place() + "/timeline",
            submission,
            submission + "/attempts/1")) {
      assertThat(here.get(place).status()).as("ours " + place).isEqualTo(200);
      assertThat(there.get(place).status()).as(place).isEqualTo(404);
    }
    String channel = "/api/v1/payers/" + payer + "/channels/fhir";
    assertThat(there.get(channel).status()).isEqualTo(404);
    assertThat(there.put(channel, "{\"base_url\": \"https://payer.example.org\"}").status())
        .isEqualTo(404);
    for (String place : List.of(read, read + "/fields/" + field, read + "/pages/1")) {
      assertThat(there.put(place, "{\"verdict\": \"rejected\"}").status()).as(place).isEqualTo(404);
    }
    for (String place : List.of("/criteria", "/packet", "/submissions")) {
      assertThat(there.post(sent.place() + place, "").status()).as(place).isEqualTo(404);
    }
    String ours = here.get(sent.place()).text("ordering_provider_id");
    String providers = "{\"ordering_provider_id\": \"" + ours + "\"}";
    assertThat(there.put(sent.place() + "/providers", providers, "If-Match", "\"0\"").status())
        .isEqualTo(404);
    assertThat(there.get("/api/v1/providers").body().toString()).doesNotContain(ours);
    assertThat(there.get("/api/v1/policies").body().toString()).doesNotContain("story-WALL");
  }

  @Test
  void anotherClinicsCriteriaAreNotOverridden() {
    Sent sent = decided();
    // An administrator may not override at all, so she is a clinician for a moment.
    role("clinician");
    try {
      assertThat(
              Api.as("rita")
                  .put(sent.place() + "/criteria/diagnosis/override", "{\"reason\": \"because\"}")
                  .status())
          .isEqualTo(404);
    } finally {
      role("admin");
    }
  }

  private static void role(String role) {
    Rows.change(
        "update membership set role = ? where clinic_id = ?", role, DemoClinic.RIVERBEND.id());
  }

  private static Sent decided() {
    Payer.forgetOrders();
    ReadyCases cases = new ReadyCases("WALL");
    cases.send("97110", 6).await("APPROVED");
    return cases.send("72148", 1).await("APPROVED");
  }

  @Test
  void theApplicationsOwnConnectionSeesOneClinicAtATime() throws SQLException {
    Cases.request(here);
    Cases.request(there);
    decided();
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
    try (Connection app = application()) {
      app.setAutoCommit(false);
      for (String table : TENANT_TABLES) {
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
          "update clinic set name = 'x'",
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
    assertThat(here.post("/api/v1/patients", again).text("code")).isEqualTo("OPA-1303");
    String nul = Cases.patientJson().replace("Jane Q.", "Jane \\u0000");
    assertThat(here.post("/api/v1/patients", nul).text("code")).isEqualTo("OPA-1001");
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
