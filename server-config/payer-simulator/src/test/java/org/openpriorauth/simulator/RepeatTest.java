package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One request stays one request, however often and by however many it is delivered. */
class RepeatTest {
  @TempDir Path ledger;
  private RunningPayer payer;

  @BeforeEach
  void start() {
    payer = RunningPayer.at(ledger, "--decide-after-seconds", "3600");
  }

  @AfterEach
  void stop() {
    payer.close();
  }

  @Test
  void theSameBundleAgainGetsTheFirstAnswer() {
    String text = SampleRequest.of("72148", 1).text();
    String first = payer.submit(text).body();
    payer.decideNow();
    assertThat(payer.submit(text).body()).isEqualTo(first);
    assertThat(payer.entries()).hasSize(1);
    assertThat(payer.entry(1).path("deliveries").asInt()).isEqualTo(2);
    assertThat(payer.entry(1).path("delivered_at")).hasSize(2);
  }

  @Test
  void theSameClaimInANewEnvelopeIsARepeatedDelivery() {
    SampleRequest request = SampleRequest.of("72148", 1);
    String first = payer.submit(request.text()).body();
    ObjectNode again = request.bundleIdentifier("another-envelope").bundle();
    again.put("timestamp", "2026-11-22T10:05:00Z");
    assertThat(payer.submit(again.toString()).body()).isEqualTo(first);
    assertThat(payer.entries()).hasSize(1);
  }

  @Test
  void theSameClaimUnderNewUrnsIsARepeatedDelivery() {
    SampleRequest request = SampleRequest.of("72148", 1);
    String text = request.text();
    payer.submit(text);
    JsonNode bundle = SampleRequest.json(text);
    String renamed = text;
    for (JsonNode entry : bundle.path("entry")) {
      String old = entry.path("fullUrl").asText();
      renamed = renamed.replace(old, "urn:uuid:" + UUID.randomUUID());
    }
    assertThat(payer.submit(renamed).statusCode()).isEqualTo(200);
    assertThat(payer.entries()).hasSize(1);
  }

  @Test
  void aUsedNumberWithOtherContentIsAConflict() {
    SampleRequest request = SampleRequest.of("72148", 1);
    payer.submit(request.text());
    ObjectNode other = request.bundle();
    ((ObjectNode) other.at("/entry/0/resource/item/0/quantity")).put("value", 2);
    HttpResponse<String> answer = payer.submit(other.toString());
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(SampleRequest.json(answer.body()).at("/issue/0/code").asText())
        .isEqualTo("duplicate");
    assertThat(payer.entry(1).path("deliveries").asInt()).isEqualTo(1);
  }

  @Test
  void identicalRequestsAtTheSameTimeMakeOneEntry() throws Exception {
    String text = SampleRequest.of("97110", 4).text();
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        calls.add(() -> payer.submit(text).body());
      }
      List<String> answers = new ArrayList<>();
      for (Future<String> call : callers.invokeAll(calls)) {
        answers.add(call.get());
      }
      assertThat(answers).hasSize(32).containsOnly(answers.get(0));
    } finally {
      callers.shutdownNow();
    }
    assertThat(payer.entries()).hasSize(1);
    assertThat(payer.entry(1).path("deliveries").asInt()).isEqualTo(32);
  }
}
