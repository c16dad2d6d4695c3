package org.openpriorauth.patient.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.ClinicId;

class CoverageTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  @Test
  void bothEndsOfThePeriodAreCovered() {
    Coverage coverage = coverage(FIRST, LAST);
    assertThat(coverage.inForceOn(FIRST)).isTrue();
    assertThat(coverage.inForceOn(LAST)).isTrue();
    assertThat(coverage.inForceOn(FIRST.minusDays(1))).isFalse();
    assertThat(coverage.inForceOn(LAST.plusDays(1))).isFalse();
  }

  @Test
  void anOpenEndCoversForGood() {
    assertThat(coverage(null, null).inForceOn(FIRST)).isTrue();
    assertThat(coverage(FIRST, null).inForceOn(LAST.plusYears(9))).isTrue();
    assertThat(coverage(null, LAST).inForceOn(LAST.plusDays(1))).isFalse();
  }

  private static Coverage coverage(LocalDate from, LocalDate to) {
    return new Coverage(
        new ClinicId(UUID.randomUUID()),
        UUID.randomUUID(),
        Instant.EPOCH,
        new Coverage.Terms(UUID.randomUUID(), UUID.randomUUID(), "primary", "self", from, to));
  }
}
