package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.samples.SampleCases;
import org.openpriorauth.samples.SampleDocument;

/** The plug is pulled, wake-ups are lost: what was taken in is read all the same, and once. */
@ExtendWith(Stack.class)
class KillStory {
  @Test
  void documentsTakenInBeforeAKillAreReadAfterTheRestart() throws SQLException {
    Api staff = Api.as("sam");
    String request = Cases.request(staff);
    String place = "/api/v1/prior-authorizations/" + request + "/documents";
    List<SampleDocument> chart = SampleCases.all().get(2).documents();
    for (SampleDocument document : chart) {
      assertThat(staff.upload(place, document.fileName(), document.content()).status())
          .isEqualTo(202);
    }

    Stack.killAndRestart();

    for (var document : staff.get(place).body().path("items")) {
      String id = document.path("id").asText();
      assertThat(Cases.awaitReading(staff, id).path("state").asText()).isEqualTo("read");
    }
    assertThat(staff.get(place).body().path("items")).hasSize(chart.size());
    assertThat(staff.get("/api/v1/prior-authorizations/" + request).text("state"))
        .isEqualTo("REVIEW");
    assertThat(
            count(
                "select count(*) from openpriorauth.audit_event a"
                    + " join openpriorauth.clinical_document d on d.id = a.subject_id"
                    + " where a.action = 'document.settle' and a.door = 'jms'"
                    + " and d.prior_authorization_id = ?",
                UUID.fromString(request)))
        .as("each document's reading was recorded once")
        .isEqualTo(chart.size());
  }

  @Test
  void aLostWakeUpIsSentAgain() throws SQLException {
    Api staff = Api.as("sam");
    String document = Cases.document(staff, Cases.request(staff));
    UUID item = UUID.randomUUID();
    try (Connection all = Stack.system().database().superuser().getConnection();
        PreparedStatement insert =
            all.prepareStatement(
                "insert into openpriorauth.work_item"
                    + " (id, clinic_id, kind, subject_id, state, due_at, created_at)"
                    + " values (?, ?, 'extraction', ?, 'waiting', now(), now())")) {
      insert.setObject(1, item);
      insert.setObject(2, DemoClinic.CEDAR_HOLLOW.id());
      insert.setObject(3, UUID.fromString(document));
      insert.execute();
    }
    Eventually.get(
        java.time.Duration.ofSeconds(60),
        () ->
            count(
                "select count(*) from openpriorauth.work_item where state = 'done' and id = ?",
                item),
        done -> done == 1);
    assertThat(
            staff
                .get("/api/v1/documents/" + document + "/pages")
                .raw()
                .body()
                .getBytes(StandardCharsets.UTF_8))
        .isNotEmpty();
  }

  private static long count(String sql, UUID value) {
    try (Connection all = Stack.system().database().superuser().getConnection();
        PreparedStatement statement = all.prepareStatement(sql)) {
      statement.setObject(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
