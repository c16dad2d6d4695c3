package org.openpriorauth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.audit.RemovalService.Range;
import org.openpriorauth.audit.model.SealRepository.Stored;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** What is due, and that a hold and the law stand above it. */
class RemovalServiceTest {
  private static final Caller MACHINE =
      Caller.system(new ClinicId(new UUID(0, 7)), "batch", "operations:change");
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final RemovalService service = service();
  private LocalDate asked;
  private long noted = 3;

  @Test
  void wholeMonthsOlderThanTheYearsAreDue() {
    assertThat(service.due(MACHINE)).contains(new Range(4, 9));
    assertThat(asked).isEqualTo("2019-11-01");
    service.years = 10;
    service.due(MACHINE);
    assertThat(asked).isEqualTo("2016-11-01");
    noted = 9;
    assertThat(service.due(MACHINE)).as("noted already").isEmpty();
  }

  @Test
  void onHoldNothingGoes() {
    service.hold = true;
    assertThat(service.due(MACHINE)).isEmpty();
    assertThat(service.drop(MACHINE)).isEmpty();
    service.note(MACHINE);
  }

  @Test
  void fewerYearsThanTheLawAsksForAreRefused() {
    service.years = 5;
    assertThatThrownBy(() -> service.due(MACHINE)).hasMessageContaining("audit.kept-years");
  }

  /** Whatever is written to the database fails: there is none. */
  private RemovalService service() {
    RemovalService made = new RemovalService();
    made.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    made.years = 7;
    made.removals =
        new Removals() {
          @Override
          long noted(ClinicId clinic) {
            return noted;
          }

          @Override
          Optional<Stored> last(ClinicId clinic, LocalDate before) {
            asked = before;
            return Optional.of(new Stored(9, 80, 90, 10, "", "", "", null, NOW));
          }
        };
    return made;
  }
}
