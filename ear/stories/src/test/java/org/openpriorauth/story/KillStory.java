package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  void documentsTakenInBeforeAKillAreReadAfterTheRestart() {
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
            Rows.count(
                "select count(*) from audit_event a"
                    + " join clinical_document d on d.id = a.subject_id"
                    + " where a.action = 'document.settle' and a.door = 'jms'"
                    + " and d.prior_authorization_id = ?",
                UUID.fromString(request)))
        .as("each document's reading was recorded once")
        .isEqualTo(chart.size());
  }

  @Test
  void aLostWakeUpIsSentAgain() {
    Api staff = Api.as("sam");
    String document = Cases.document(staff, Cases.request(staff));
    UUID item = UUID.randomUUID();
    Rows.change(
        "insert into work_item (id, clinic_id, kind, subject_id, state, due_at, created_at)"
            + " values (?, ?, 'extraction', ?, 'waiting', now(), now())",
        item,
        DemoClinic.CEDAR_HOLLOW.id(),
        UUID.fromString(document));
    Eventually.get(
        Duration.ofSeconds(60),
        () -> Rows.count("select count(*) from work_item where state = 'done' and id = ?", item),
        done -> done == 1);
    assertThat(
            staff
                .get("/api/v1/documents/" + document + "/pages")
                .raw()
                .body()
                .getBytes(StandardCharsets.UTF_8))
        .isNotEmpty();
  }
}
