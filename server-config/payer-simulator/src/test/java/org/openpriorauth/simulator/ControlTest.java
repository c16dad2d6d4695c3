package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the control door orders, happens: to the calls that it is meant for, as often as asked. */
class ControlTest {
  @TempDir Path ledger;
  private RunningPayer payer;

  @BeforeEach
  void start() {
    payer = RunningPayer.at(ledger, "--decide-after-seconds", "3600", "--allow-reset");
  }

  @AfterEach
  void stop() {
    payer.close();
  }

  @ParameterizedTest
  @CsvSource({
    "approve, A1, A1",
    "deny, A3, A3",
    "modify, A6, A6",
    "pend-then-approve, A4, A1",
    "pend-then-deny, A4, A3",
    "request-information, A4, A4"
  })
  void aVerdictIsOrdered(String behaviour, String now, String later) {
    payer.order(behaviour, "reason", "\"the plan says so\"");
    JsonNode answer = payer.answer(SampleRequest.of("00000", 6));
    assertThat(SubmitTest.action(answer.at("/entry/0/resource/item/0"))).isEqualTo(now);
    if (behaviour.equals("request-information")) {
      assertThat(SubmitTest.resource(answer, "Task").path("status").asText())
          .isEqualTo("requested");
    }
    payer.decideNow();
    assertThat(payer.entry(1).at("/items/0/action").asText()).isEqualTo(later);
    if (later.equals("A3")) {
      assertThat(payer.get("/ledger/1/answer").body()).contains("the plan says so");
    }
  }

  @Test
  void aPendedDecisionFallsDueAfterTheOrderedTime() {
    payer.order("pend-then-deny", "delay_ms", "100");
    payer.answer(SampleRequest.of("97110", 4));
    RunningPayer.until(() -> payer.entry(1).at("/decision/status").asText().equals("denied"));
  }

  @Test
  void anOrderActsOnlyWhereItFits() {
    payer.order("deny", "match", "{\"service_code\":\"J1745\"}");
    payer.order("deny", "match", "{\"claim_identifier\":\"TRN-7\"}");
    payer.answer(SampleRequest.of("97110", 4));
    payer.answer(SampleRequest.of("J1745", 4));
    payer.answer(SampleRequest.empty().claimIdentifier("TRN-7").item("97110", 4));
    assertThat(payer.entries().findValuesAsText("rule"))
        .containsExactly("therapy", "control:deny", "control:deny");
    assertThat(payer.getJson("/control").path("pending")).isEmpty();
  }

  @Test
  void anOrderActsAsOftenAsAsked() {
    payer.order("http-error", "times", "2", "status", "422");
    SampleRequest request = SampleRequest.of("97110", 4);
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> refused = payer.submit(request.text());
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("OperationOutcome");
    }
    assertThat(payer.entries()).isEmpty();
    assertThat(payer.submit(request.text()).statusCode()).isEqualTo(200);
  }

  @Test
  void aBareErrorHasNoBody() {
    payer.order("http-error-bare", "status", "502");
    HttpResponse<String> answer = payer.submit(SampleRequest.of("97110", 4).text());
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.body()).isEmpty();
    assertThat(payer.entries()).isEmpty();
  }

  @Test
  void aLateAnswerIsStoredBeforeItIsLate() {
    payer.order("answer-late", "delay_ms", "3000");
    SampleRequest request = SampleRequest.of("97110", 4);
    byte[] body = request.text().getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> payer.post("/fhir/Claim/$submit", body, Duration.ofMillis(300)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(payer.entries()).hasSize(1);
    assertThat(payer.submit(request.text()).statusCode()).isEqualTo(200);
    assertThat(payer.entry(1).path("deliveries").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"accept-and-drop, 1", "drop-before-accept, 0"})
  void aDroppedConnectionLeavesTheClientUnsure(String behaviour, int stored) {
    payer.order(behaviour);
    SampleRequest request = SampleRequest.of("97110", 4);
    assertThatThrownBy(() -> payer.submit(request.text())).isInstanceOf(UncheckedIOException.class);
    assertThat(payer.entries()).hasSize(stored);
    assertThat(payer.submit(request.text()).statusCode()).isEqualTo(200);
    assertThat(payer.entries()).hasSize(1);
    assertThat(payer.entry(1).path("deliveries").asInt()).isEqualTo(stored + 1);
  }

  @Test
  void aMalformedAnswerIsCutJson() {
    payer.order("malformed-answer");
    HttpResponse<String> answer = payer.submit(SampleRequest.of("97110", 4).text());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> SampleRequest.MAPPER.readTree(answer.body()))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(payer.entries()).hasSize(1);
  }

  @Test
  void anOversizedAnswerIsAsLongAsOrdered() {
    payer.order("oversized-answer", "bytes", "3000000");
    String body = payer.submit(SampleRequest.of("97110", 4).text()).body();
    assertThat(body).hasSizeGreaterThan(3_000_000);
    assertThat(SampleRequest.json(body).path("resourceType").asText()).isEqualTo("Bundle");
  }

  @Test
  void aDrippingAnswerTakesItsTime() {
    payer.order("slow-drip", "delay_ms", "600");
    long start = System.nanoTime();
    String body = payer.submit(SampleRequest.of("97110", 4).text()).body();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
    assertThat(SampleRequest.json(body).path("resourceType").asText()).isEqualTo("Bundle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"behaviour\":\"explode\"}",
        "{\"behaviour\":\"deny\",\"times\":0}",
        "{\"behaviour\":\"http-error\",\"status\":200}",
        "{\"behaviour\":\"http-error-bare\",\"status\":404}",
        "{\"behaviour\":\"deny\",\"door\":\"inquire\"}",
        "{\"behaviour\":\"deny\",\"delay_ms\":99999999}",
        "[]"
      })
  void anOrderThatCannotBeFollowedIsRefused(String order) {
    assertThat(payer.post("/control/next", order).statusCode()).isEqualTo(400);
    assertThat(payer.getJson("/control").path("pending")).isEmpty();
  }

  @Test
  void ordersAreListedAndCleared() {
    payer.order("deny", "times", "3");
    assertThat(payer.getJson("/control").at("/pending/0/times").asInt()).isEqualTo(3);
    assertThat(payer.delete("/control").statusCode()).isEqualTo(204);
    assertThat(payer.getJson("/control").path("pending")).isEmpty();
  }

  @Test
  void resetEmptiesTheLedger() {
    String text = SampleRequest.of("97110", 4).text();
    payer.submit(text);
    assertThat(payer.post("/control/reset", "{}").statusCode()).isEqualTo(204);
    assertThat(payer.entries()).isEmpty();
    assertThat(payer.submit(text).statusCode()).isEqualTo(200);
    assertThat(payer.entry(1).path("deliveries").asInt()).isEqualTo(1);
  }
}
