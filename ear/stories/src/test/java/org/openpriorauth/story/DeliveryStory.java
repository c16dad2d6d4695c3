package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.launcher.Ports;

/** Whatever the line to the payer does: the payer gets the request once, or a person is told. */
@ExtendWith(Stack.class)
@Thorough
class DeliveryStory {
  private static final String STATUS = "\"status\": %d";
  private static ReadyCases cases;

  @BeforeAll
  static void payer() {
    cases = new ReadyCases("LINE");
  }

  @BeforeEach
  void noOrders() {
    Payer.forgetOrders();
  }

  @Test
  void aRefusalIsShownInThePayersWordsAndNothingIsSentAgain() {
    Payer.order("http-error", STATUS.formatted(422), "\"reason\": \"Use the 2026 form.\"");
    Sent sent = cases.send("97110", 6).await("SUBMISSION_FAILED");
    assertThat(sent.view().path("state").asText()).isEqualTo("failed");
    assertThat(sent.problem())
        .startsWith("OPA-1710 The payer refused the request: Use the 2026 form. ")
        .contains("Nothing of it waits at the payer.");
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMISSION_FAILED");
    pause(Duration.ofSeconds(6));
    assertThat(sent.attempts()).containsExactly("submit refused 422");
    sent.notAtThePayer();
  }

  @Test
  void aMemberWhomThePayerDoesNotKnowIsToldInItsWords() {
    String request = cases.ready(new ReadyCases.Wanted("97110", 6, "UNKNOWN-77"));
    Sent sent = cases.send(request).await("SUBMISSION_FAILED");
    assertThat(sent.attempts()).containsExactly("submit refused 200");
    assertThat(sent.problem())
        .startsWith("OPA-1710 The payer refused the request: 75")
        .contains("The member id is not known to this plan.");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"http-error-bare, 503", "http-error, 429"})
  void aBusyPayerGetsTheRequestLater(String behaviour, int status) {
    Payer.order(behaviour, STATUS.formatted(status), "\"times\": 2");
    Sent sent = cases.send("97110", 6).await("APPROVED");
    assertThat(sent.attempts())
        .containsExactly(
            "submit not_sent " + status, "submit not_sent " + status, "submit accepted 200");
    List<Instant> starts = starts(sent);
    Duration first = Duration.between(starts.get(0), starts.get(1));
    Duration second = Duration.between(starts.get(1), starts.get(2));
    assertThat(first).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(second).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  /** It may be there: the payer is asked, and has it. */
  @ParameterizedTest
  @ValueSource(strings = {"accept-and-drop", "malformed-answer", "oversized-answer"})
  void whatMayHaveArrivedIsLookedUp(String behaviour) {
    Payer.order(behaviour);
    Sent sent = cases.send("97110", 6).await("APPROVED");
    assertThat(sent.attempts()).hasSize(2);
    assertThat(sent.attempts().get(0)).startsWith("submit unknown");
    assertThat(sent.attempts().get(1)).isEqualTo("inquire accepted 200");
    assertThat(sent.determination().path("source").asText()).isEqualTo("inquiry");
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer-late", "slow-drip"})
  void anAnswerAfterOurTimeIsLookedUp(String behaviour) {
    Payer.order(behaviour, "\"delay_ms\": 9000");
    Sent sent = cases.send("97110", 6).await("APPROVED");
    assertThat(sent.attempts()).containsExactly("submit unknown", "inquire accepted 200");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  /** It may be there: the payer is asked, does not have it, and gets the same message again. */
  @ParameterizedTest
  @CsvSource({"http-error, 500", "http-error-bare, 502", "drop-before-accept, 0"})
  void whatMayHaveArrivedAndDidNotIsSentAgain(String behaviour, int status) {
    if (status == 0) {
      Payer.order(behaviour);
    } else {
      Payer.order(behaviour, STATUS.formatted(status));
    }
    Sent sent = cases.send("97110", 6).await("APPROVED");
    assertThat(sent.attempts()).hasSize(3);
    assertThat(sent.attempts().get(0)).startsWith("submit unknown");
    assertThat(sent.attempts().subList(1, 3))
        .containsExactly("inquire pending 200", "submit accepted 200");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  /** The first delivery may still come through: what the second one meets proves nothing. */
  @ParameterizedTest
  @CsvSource({"409, refused", "503, not_sent"})
  void aSecondDeliveryThatIsTurnedAwayIsLookedUpAgain(int status, String outcome) {
    Payer.order("drop-before-accept");
    Payer.order("http-error", STATUS.formatted(status));
    Sent sent = cases.send("97110", 6).await("APPROVED");
    assertThat(sent.attempts())
        .containsExactly(
            "submit unknown",
            "inquire pending 200",
            "submit " + outcome + " " + status,
            "inquire pending 200",
            "submit accepted 200");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  @Test
  void aRefusalThatGotLostIsToldAfterTheSecondDelivery() {
    Payer.order("accept-and-drop");
    String request = cases.ready(new ReadyCases.Wanted("97110", 6, "UNKNOWN-78"));
    Sent sent = cases.send(request).await("SUBMISSION_FAILED");
    assertThat(sent.attempts())
        .containsExactly(
            "submit unknown", "inquire pending 200", "submit refused 200", "inquire pending 200");
    assertThat(sent.problem()).startsWith("OPA-1710").contains("The member id is not known");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(2);
  }

  /** It has it, does not find it yet, and turns the repetition away in words of its own. */
  @Test
  void aRefusedRepetitionOfWhatThePayerHasIsNoFailure() {
    Payer.order("accept-and-drop");
    Payer.order("find-nothing", "\"door\": \"inquire\"");
    Payer.order("http-error", STATUS.formatted(422), "\"reason\": \"We have this one.\"");
    Sent sent = cases.send("97110", 6).await("APPROVED");
    assertThat(sent.attempts())
        .containsExactly(
            "submit unknown", "inquire pending 200", "submit refused 422", "inquire accepted 200");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"http-error-bare, 503", "http-error, 404", "malformed-answer, 200"})
  void aPayerThatDoesNotAnswerTheQuestionIsAskedAgain(String behaviour, int status) {
    Payer.order("accept-and-drop");
    String misbehaving = status == 200 ? "\"times\": 1" : STATUS.formatted(status);
    Payer.order(behaviour, "\"door\": \"inquire\"", misbehaving);
    Sent sent = cases.send("97110", 6).await("APPROVED");
    assertThat(sent.attempts())
        .containsExactly("submit unknown", "inquire unknown " + status, "inquire accepted 200");
    assertThat(sent.onceAtThePayer().path("deliveries").asInt()).isEqualTo(1);
  }

  @Test
  void aPayerThatIsNotThereIsTriedUntilTheLastTime() {
    ReadyCases nobody = new ReadyCases("GONE", "http://127.0.0.1:" + Ports.any() + "/fhir");
    Sent sent = nobody.send("97110", 6);
    Eventually.get(Duration.ofSeconds(30), sent::attempts, calls -> calls.size() >= 2);
    assertThat(sent.state()).isEqualTo("SUBMITTING");
    assertThat(sent.problem())
        .isEqualTo(
            "OPA-1705 The payer could not be reached: no connection. Nothing was sent; it is tried"
                + " again by itself.");
    sent.await("SUBMISSION_FAILED");
    assertThat(sent.attempts())
        .containsExactly(
            "submit not_sent", "submit not_sent", "submit not_sent", "submit not_sent");
    assertThat(sent.view().path("state").asText()).isEqualTo("failed");
    assertThat(sent.problem())
        .startsWith("OPA-1711 The payer could not be reached: no connection. It was tried 4 times");
    assertThat(sent.moves()).containsExactly("SUBMITTING", "SUBMISSION_FAILED");
    assertThat(
            Rows.texts(
                "select state from work_item where subject_id = cast(? as uuid)"
                    + " and kind = 'submission'",
                sent.submission()))
        .containsExactly("given_up");
    sent.notAtThePayer();
  }

  private static List<Instant> starts(Sent sent) {
    List<Instant> starts = new ArrayList<>();
    for (JsonNode call : sent.view().path("attempts")) {
      starts.add(Instant.parse(call.path("started_at").asText()));
    }
    return starts;
  }

  private static void pause(Duration time) {
    java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
  }
}
