package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** What a payer may answer, and what becomes of the request. */
@ExtendWith(Stack.class)
class SubmissionStory {
  private static ReadyCases cases;

  @BeforeAll
  static void payer() {
    cases = new ReadyCases("ENDS");
  }

  @BeforeEach
  void noOrders() {
    Payer.forgetOrders();
  }

  @Test
  void approvedAtOnce() {
    Sent sent = cases.send("97110", 6).await("APPROVED");
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMITTED", "APPROVED");
    assertThat(sent.attempts()).containsExactly("submit accepted 200");
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    assertThat(sent.view().path("answered_at").isNull()).isFalse();
    JsonNode said = sent.determination();
    assertThat(said.path("source").asText()).isEqualTo("answer");
    assertThat(said.path("applied").asBoolean()).isTrue();
    assertThat(said.path("items")).hasSize(1);
    JsonNode atPayer = sent.onceAtThePayer();
    assertThat(said.path("items").path(0).path("authorization_number").asText())
        .isEqualTo(atPayer.path("decision").path("authorization").asText());
    assertThat(atPayer.path("deliveries").asInt()).isEqualTo(1);
    for (String action :
        new String[] {
          "submission.create", "submission.send", "submission.call", "determination.record"
        }) {
      assertThat(sent.audited(action)).as(action).isEqualTo(1);
    }
    assertThat(sent.audited("pa.move")).isGreaterThanOrEqualTo(3);
  }

  @Test
  void pendedThenApprovedByNotification() {
    Sent sent = cases.send("72148", 1).await("PENDED");
    assertThat(sent.attempts()).containsExactly("submit pending 200");
    assertThat(sent.view().path("state").asText()).isEqualTo("confirmed");
    sent.await("APPROVED");
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMITTED", "PENDED", "APPROVED");
    assertThat(sent.determination().path("source").asText()).isEqualTo("notification");
    assertThat(sent.determination().path("history")).hasSize(1);
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    sent.onceAtThePayer();
  }

  @Test
  void whatWasRefusedIsTakenUpAndSentAgain() {
    Payer.order("http-error", "\"status\": 422", "\"reason\": \"Use the 2026 form.\"");
    Sent refused = cases.send("97110", 6).await("SUBMISSION_FAILED");
    Api staff = Api.as("sam");
    String place = "/api/v1/prior-authorizations/" + refused.request();
    String again = place + "/resume";
    staff.post(place + "/submissions", "").refused("1302");
    staff.post(again, "").refused("1003");
    staff.post(again, "", "If-Match", "\"0\"").refused("1007");
    String seen = staff.get(place).header("ETag").orElseThrow();
    Answer taken = staff.post(again, "", "If-Match", seen);
    assertThat(taken.text("state")).isEqualTo("READY");
    staff.post(again, "", "If-Match", taken.header("ETag").orElseThrow()).refused("1302");
    Payer.forgetOrders();
    Sent sent = cases.send(refused.request()).await("APPROVED");
    assertThat(sent.moves())
        .containsExactly(
            "SUBMITTING", "SUBMISSION_FAILED", "READY", "SUBMITTING", "SUBMITTED", "APPROVED");
    sent.onceAtThePayer();
    refused.notAtThePayer();
  }

  @Test
  void pendedThenDeniedWithItsReason() {
    Sent sent = cases.send("97110", 20).await("DENIED");
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMITTED", "PENDED", "DENIED");
    JsonNode item = sent.determination().path("items").path(0);
    assertThat(item.path("outcome").asText()).isEqualTo("denied");
    assertThat(item.path("action").asText()).isEqualTo("A3");
    assertThat(item.path("reasons").toString()).contains("limit of 12 visits");
    sent.onceAtThePayer();
  }

  @Test
  void approvedWithChangesShowsWhatIsAuthorisedBesideWhatWasAsked() {
    Sent sent = cases.send("97112", 10).await("APPROVED");
    JsonNode items = sent.determination().path("items");
    assertThat(items.path(0).path("outcome").asText()).isEqualTo("changed");
    assertThat(items.toString()).contains("half of the units");
    boolean five = false;
    for (JsonNode item : items) {
      five |= item.path("authorized_units").asInt() == 5;
    }
    assertThat(five).as("five units are authorised: " + items).isTrue();
    JsonNode asked = sent.staff().get(sent.place()).body().path("items").path(0);
    assertThat(asked.path("units").asInt()).isEqualTo(10);
    sent.onceAtThePayer();
  }

  @Test
  void partlyApproved() {
    Sent sent = cases.send("97530", 12).await("PARTIALLY_APPROVED");
    JsonNode item = sent.determination().path("items").path(0);
    assertThat(item.path("outcome").asText()).isEqualTo("partial");
    assertThat(item.path("authorized_units").asInt()).isEqualTo(8);
    sent.onceAtThePayer();
  }

  @Test
  void noAuthorizationNeeded() {
    Sent sent = cases.send("99213", 1).await("NOT_REQUIRED");
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMITTED", "NOT_REQUIRED");
    sent.onceAtThePayer();
  }

  @Test
  void askedForMoreSaysWhatIsAsked() {
    Payer.order("request-information");
    Sent sent = cases.send("72148", 1).await("INFO_REQUESTED");
    assertThat(sent.determination().path("asks")).isNotEmpty();
    assertThat(sent.determination().path("asks").path(0).asText()).isNotBlank();
    assertThat(sent.view().path("state").asText()).isEqualTo("confirmed");
    sent.onceAtThePayer();
  }
}
