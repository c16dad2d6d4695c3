package org.openpriorauth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpriorauth.checks.Endpoints.Seen;

/** How an address is judged by what was seen of it. */
class EndpointRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void certificatesEndAndProtocolsAge() {
    assertThat(judge(secure("TLSv1.3", 31))).isEqualTo(Status.PASS);
    assertThat(judge(secure("TLSv1.2", 31))).isEqualTo(Status.PASS);
    assertThat(judge(secure("TLSv1.1", 31))).isEqualTo(Status.FAIL);
    assertThat(judge(secure("TLSv1.3", 29))).isEqualTo(Status.WARN);
    assertThat(judge(secure("TLSv1.3", 6))).isEqualTo(Status.FAIL);
  }

  @Test
  void plainIsAWarningOnThisMachineOnly() {
    assertThat(judge(new Seen("h", true, null, false, null, null, null))).isEqualTo(Status.WARN);
    assertThat(judge(new Seen("h", false, null, false, null, null, null))).isEqualTo(Status.FAIL);
  }

  @Test
  void whoIsSilentIsUnknownAndWhoIsRefusedFails() {
    assertThat(judge(new Seen("h", false, null, true, null, null, null))).isEqualTo(Status.WARN);
    assertThat(judge(new Seen("h", false, "has expired", false, null, null, null)))
        .isEqualTo(Status.FAIL);
  }

  @Test
  void aClockFarAwayIsNamed() {
    Instant expires = NOW.plus(Duration.ofDays(90));
    Seen off = new Seen("h", false, null, false, "TLSv1.3", expires, Duration.ofSeconds(61));
    assertThat(judge(off)).isEqualTo(Status.WARN);
    Seen near = new Seen("h", false, null, false, "TLSv1.3", expires, Duration.ofSeconds(60));
    assertThat(judge(near)).isEqualTo(Status.PASS);
  }

  @Test
  void theWorstDecidesAndEachIsNamed() {
    Finding all =
        EndpointRules.judge(
            "addresses",
            List.of(
                secure("TLSv1.3", 90),
                new Seen("quiet.example", false, null, true, null, null, null),
                new Seen("old.example", false, "has expired", false, null, null, null)),
            NOW);
    assertThat(all.status()).isEqualTo(Status.FAIL);
    assertThat(all.found()).contains("quiet.example", "old.example").doesNotContain("good.example");
    assertThat(EndpointRules.judge("addresses", List.of(), NOW).status()).isEqualTo(Status.PASS);
  }

  private static Seen secure(String protocol, long days) {
    Instant expires = NOW.plus(Duration.ofDays(days)).plusSeconds(60);
    return new Seen("good.example", false, null, false, protocol, expires, null);
  }

  private static Status judge(Seen seen) {
    return EndpointRules.judge("addresses", List.of(seen), NOW).status();
  }
}
