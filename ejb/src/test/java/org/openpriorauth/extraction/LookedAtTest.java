package org.openpriorauth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openpriorauth.calibration.Certainty;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.ExtractionService.Verdict;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Evidence;

/** What a person's word says of how a value was read. */
class LookedAtTest {
  private static final UUID ID = new UUID(1, 9);
  private static final Clinic.Details DETAILS =
      new Clinic.Details("A clinic", "1", "1", new Clinic.Address("", "", "", ""), "", "", "UTC");

  private static final ReadField READ =
      new ReadField(
          new UUID(1, 1),
          new Field(
              "patient.birth_date",
              "patient",
              "04/05/1971",
              "1971-04-05",
              "present",
              List.of(),
              new Evidence(new UUID(1, 2), 1, 0, 10, List.of(), "04/05/1971"),
              0.9),
          null,
          null,
          null,
          null);

  private static boolean right(String verdict, String value) {
    return LookedAt.isRight(READ, new Verdict(verdict, value, null));
  }

  @Test
  void whatStaysAsItWasReadWasReadRightly() {
    assertThat(right("accepted", null)).isTrue();
    assertThat(right("rejected", null)).isFalse();
    assertThat(right("changed", "1971-05-04")).isFalse();
    assertThat(right("changed", " 1971-04-05 ")).as("the same in another form").isTrue();
  }

  private static ReadField certain(UUID id, double confidence, List<String> flags) {
    Field found = READ.found();
    return new ReadField(
        id,
        new Field(
            found.name(),
            found.group(),
            found.value(),
            found.normalized(),
            "present",
            flags,
            found.evidence(),
            found.score()),
        new Certainty(confidence, "2026-11", 400, 0.01),
        null,
        null,
        null);
  }

  private static Clinic asking(String share) {
    Clinic clinic = new Clinic(new ClinicId(ID), DETAILS, "XX", ID, Instant.EPOCH);
    clinic.trust(
        new Clinic.Reading(new BigDecimal("0.95"), new BigDecimal(share)), ID, Instant.EPOCH);
    return clinic;
  }

  /** What is doubtful is always asked for; what is certain, as often as chance chooses. */
  @Test
  void aLookCountsForHowLikelyItWasAskedFor() {
    Clinic half = asking("0.50");
    assertThat(LookedAt.chance(half, READ)).as("not calibrated").isEqualTo(1);
    assertThat(LookedAt.chance(half, certain(ID, 0.94, List.of()))).isEqualTo(1);
    assertThat(LookedAt.chance(half, certain(ID, 0.99, List.of("check_digit")))).isEqualTo(1);
    List<Double> chances =
        Stream.generate(UUID::randomUUID)
            .limit(100)
            .map(id -> LookedAt.chance(half, certain(id, 0.99, List.of())))
            .toList();
    assertThat(chances).contains(0.5, (Double) null).hasSize(100);
    assertThat(LookedAt.chance(asking("0"), certain(ID, 0.99, List.of()))).isNull();
    assertThat(LookedAt.chance(asking("1"), certain(ID, 0.99, List.of()))).isEqualTo(1);
  }

  @Test
  void aPersonIsAskedForChosenValuesOfThePatientsOwnPagesOnly() {
    ReadField chosen = certain(new UUID(2, 2), 0.99, List.of());
    ReadDocument read =
        new ReadDocument(
            ID,
            "rules/1.0",
            null,
            0,
            List.of(chosen, certain(new UUID(3, 3), 0.9, List.of())),
            List.of(),
            Composition.UNKNOWN,
            new ReadDocument.Said(false, false, List.of(), List.of()));
    Clinic all = asking("1");
    assertThat(LookedAt.toCheck(all, read, List.of(page(PageOwner.YES))))
        .containsExactly(chosen.id());
    assertThat(LookedAt.toCheck(all, read, List.of(page(PageOwner.NO)))).isEmpty();
    assertThat(LookedAt.toCheck(asking("0"), read, List.of(page(PageOwner.YES)))).isEmpty();
  }

  private static PageView page(PageOwner owner) {
    return new PageView(1, "text", 0, owner, false, false);
  }
}
