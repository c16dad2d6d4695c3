package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is still known after a restart, and what was promised still happens. */
class RestartTest {
  @TempDir Path ledger;

  @Test
  void everythingIsKnownAgain() {
    SampleRequest request = SampleRequest.of("72148", 1).item("97112", 8);
    String first;
    String before;
    try (RunningPayer payer = slow()) {
      first = payer.submit(request.text()).body();
      payer.submit(request.text());
      payer.submit(SampleRequest.of("97110", 30).text());
      before = payer.get("/ledger").body();
    }
    try (RunningPayer payer = slow()) {
      assertThat(payer.get("/ledger").body()).isEqualTo(before);
      assertThat(payer.submit(request.text()).body()).isEqualTo(first);
      assertThat(payer.entry(1).path("deliveries").asInt()).isEqualTo(3);
      assertThat(payer.decideNow()).isEqualTo(2);
    }
    try (RunningPayer payer = slow()) {
      assertThat(payer.entries().findValuesAsText("status"))
          .contains("approved", "denied", "modified");
      assertThat(payer.decideNow()).isZero();
    }
  }

  @Test
  void aPendedDecisionFallsDueAfterTheRestart() {
    try (RunningPayer payer = RunningPayer.at(ledger, "--decide-after-seconds", "0.5")) {
      payer.answer(SampleRequest.of("97110", 30));
      assertThat(payer.entry(1).at("/decision/status").asText()).isEqualTo("pended");
    }
    try (RunningPayer payer = slow()) {
      RunningPayer.until(() -> payer.entry(1).at("/decision/status").asText().equals("denied"));
    }
  }

  @Test
  void aDecisionNotYetToldIsToldAfterTheRestart() {
    try (Subscriber subscriber = new Subscriber()) {
      try (RunningPayer payer =
          RunningPayer.at(
              ledger, "--decide-after-seconds", "3600", "--notify-after-seconds", "0.7")) {
        String wish = subscriber.wish(SampleRequest.ORGANIZATION_NPI).toString();
        payer.post("/fhir/Subscription", wish);
        RunningPayer.until(() -> !subscriber.told("handshake").isEmpty());
        payer.answer(SampleRequest.of("72148", 1));
        payer.decideNow();
        assertThat(subscriber.told("event-notification")).isEmpty();
      }
      try (RunningPayer payer = slow()) {
        RunningPayer.until(() -> payer.entry(1).path("notifications").size() == 1);
        assertThat(subscriber.numbers()).containsExactly(1);
      }
    }
  }

  @Test
  void aTornLastLineIsDropped() throws IOException {
    SampleRequest kept = SampleRequest.of("97110", 4);
    try (RunningPayer payer = slow()) {
      payer.answer(kept);
    }
    Path file = ledger.resolve("ledger.jsonl");
    long whole = Files.size(file);
    Files.writeString(file, "{\"kind\":\"bundle\",\"n\":2,\"te", StandardOpenOption.APPEND);
    try (RunningPayer payer = slow()) {
      assertThat(payer.entries()).hasSize(1);
      assertThat(Files.size(file)).isEqualTo(whole);
      payer.answer(SampleRequest.of("97110", 5));
    }
    try (RunningPayer payer = slow()) {
      assertThat(payer.entries()).hasSize(2);
      assertThat(payer.submit(kept.text()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aBundleWithoutItsRequestIsAsIfItHadNeverCome() throws IOException {
    SampleRequest request = SampleRequest.of("97110", 4);
    try (RunningPayer payer = slow()) {
      payer.answer(request);
    }
    Path file = ledger.resolve("ledger.jsonl");
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    Files.writeString(file, lines.get(0) + "\n" + lines.get(1).substring(0, 50));
    try (RunningPayer payer = slow()) {
      assertThat(payer.entries()).isEmpty();
      payer.answer(request);
      assertThat(payer.entry(1).path("deliveries").asInt()).isEqualTo(1);
      assertThat(payer.get("/ledger/1/bundle").body()).isEqualTo(request.text());
    }
  }

  @Test
  void damageInTheMidstStopsTheStart() throws IOException {
    try (RunningPayer payer = slow()) {
      payer.answer(SampleRequest.of("97110", 4));
    }
    Path file = ledger.resolve("ledger.jsonl");
    Files.writeString(file, "not json\n" + Files.readString(file));
    assertThatThrownBy(this::slow).hasMessageContaining("damaged at byte 0");
  }

  @Test
  void oneLedgerServesOneSimulator() {
    try (RunningPayer payer = slow()) {
      assertThat(payer.entries()).isEmpty();
      assertThatThrownBy(this::slow).hasMessageContaining("Another payer simulator");
    }
  }

  private RunningPayer slow() {
    return RunningPayer.at(ledger, "--decide-after-seconds", "3600");
  }
}
