package org.openpriorauth.priorauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClocksTest {
  private static final Instant MADE = Instant.parse("2026-11-01T09:00:00Z");
  private static final Instant SENT = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration EXPEDITED = Duration.ofDays(3);

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T10:00:00Z, , on_track",
    "2026-11-04T14:59:59Z, , on_track",
    "2026-11-04T15:00:01Z, , at_risk",
    "2026-11-05T09:00:00Z, , at_risk",
    "2026-11-05T09:00:01Z, , breached",
    "2026-12-01T09:00:00Z, 2026-11-05T09:00:00Z, stopped",
    "2026-12-01T09:00:00Z, 2026-11-05T09:00:01Z, breached",
  })
  void thePayersClockRunsFromProofToDetermination(Instant now, Instant determined, String state) {
    Clocks clocks = Clocks.of(MADE, SENT, determined, EXPEDITED, now);

    assertThat(clocks.state()).isEqualTo(state);
    assertThat(clocks.dueAt()).isEqualTo("2026-11-05T09:00:00Z");
  }

  @Test
  void whatWasNotSentIsNotDue() {
    Clocks clocks = Clocks.of(MADE, null, null, EXPEDITED, SENT);

    assertThat(clocks.dueAt()).isNull();
    assertThat(clocks.state()).isEqualTo("not_started");
  }
}
