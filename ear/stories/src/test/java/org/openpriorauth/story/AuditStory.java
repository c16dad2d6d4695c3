package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** Who did what: each reading and each change leaves its line, and no line can be taken back. */
@Tag("hipaa")
@ExtendWith(Stack.class)
class AuditStory {
  private final Api staff = Api.as("sam");

  @Test
  void eachReadingAndChangeOfAPatientLeavesALineWithItsRequestId() throws SQLException {
    Answer made =
        staff.post("/api/v1/patients", Cases.patientJson(), "X-Request-Id", "audit-story-0001");
    String patient = made.text("id");
    staff.get("/api/v1/patients/" + patient);
    staff.post("/api/v1/patients/search", "{\"mrn\": \"" + made.text("mrn") + "\"}");
    staff.delete("/api/v1/patients/" + patient);
    assertThat(lines(patient))
        .containsExactly(
            "patient.create done rest audit-story-0001",
            "patient.read done rest",
            "patient.find done rest",
            "patient.delete done rest");
  }

  @Test
  void eachCallLeavesALineWithItsTemplateAndWithoutAValue() {
    String patient = Cases.patient(staff);
    String call = "audit-story-" + patient;
    String path = "/api/v1/patients/" + patient + "?hint=secret";
    staff.send(staff.request(path).header("X-Request-Id", call).GET());
    String none = "/api/v1/patients/" + UUID.randomUUID() + "/coverages";
    staff.send(staff.request(none).header("X-Request-Id", call).GET());
    Api.as("omar").get(none).refused("1105");
    assertThat(
            Rows.texts(
                "select subject || ' ' || outcome || ' ' || (detail ->> 'status') || ' '"
                    + " || (detail ->> 'parameters') from audit_event where action = 'api.call'"
                    + " and request_id = ? order by at",
                call))
        .containsExactly(
            "GET /api/v1/patients/{patient} done 200 [\"hint\"]",
            "GET /api/v1/patients/{patient}/coverages done 404 []");
    assertThat(
            Rows.count(
                "select count(*) from audit_event where action = 'api.call' and outcome = 'refused'"
                    + " and subject = 'GET /api/v1/patients/{patient}/coverages'"))
        .isPositive();
    assertThat(Rows.count("select count(*) from audit_event where detail::text like '%secret%'"))
        .isZero();
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoLine() throws SQLException {
    long before = count();
    Answer taken = staff.post("/api/v1/patients", Cases.patientJson());
    staff.post(
        "/api/v1/patients",
        Cases.patientJson()
            .replaceAll("\"mrn\": \"[^\"]+\"", "\"mrn\": \"" + taken.text("mrn") + '"'));
    assertThat(count()).isEqualTo(before + 1);
  }

  @Test
  void evenTheOwnerCannotChangeALine() throws SQLException {
    Cases.patient(staff);
    try (Connection owner =
        Stack.system()
            .database()
            .as("openpriorauth_owner", Stack.system().secrets().password("owner"))
            .getConnection()) {
      for (String sql :
          new String[] {"update audit_event set action = 'x'", "delete from audit_event"}) {
        assertThatThrownBy(() -> owner.createStatement().execute(sql))
            .hasMessageContaining("append-only");
      }
    }
  }

  private static List<String> lines(String subject) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection all = Stack.system().database().superuser().getConnection();
        PreparedStatement select =
            all.prepareStatement(
                "select action, outcome, door, request_id from openpriorauth.audit_event"
                    + " where subject_id = ? and clinic_id is not null order by at, id")) {
      select.setObject(1, UUID.fromString(subject));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          String request = rows.getString(4);
          lines.add(
              String.join(" ", rows.getString(1), rows.getString(2), rows.getString(3))
                  + (request.startsWith("audit-story") ? " " + request : ""));
        }
      }
    }
    return lines;
  }

  private static long count() throws SQLException {
    try (Connection all = Stack.system().database().superuser().getConnection();
        ResultSet rows =
            all.createStatement()
                .executeQuery(
                    "select count(*) from openpriorauth.audit_event"
                        + " where action = 'patient.create'")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
