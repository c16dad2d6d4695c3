package org.openpriorauth.coding;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openpriorauth.coding.model.CodeEdition;
import org.openpriorauth.coding.model.CodeSystem;
import org.openpriorauth.coding.model.MedicalCode;

/** What is plainly not the whole of a code set does not come into use. */
class EditionCheckTest {
  private static List<MedicalCode> codes(int count) {
    return new ArrayList<>(
        IntStream.range(0, count)
            .mapToObj(i -> "%c%04d".formatted((char) ('A' + i / 10_000), i % 10_000))
            .map(c -> new MedicalCode(c, true, "short", "long", null, null))
            .toList());
  }

  private static CodeEdition former(int codes, boolean sample) {
    return new CodeEdition(
        UUID.randomUUID(),
        CodeSystem.HCPCS,
        "before",
        LocalDate.of(2026, 1, 1),
        null,
        sample,
        false,
        codes,
        "0".repeat(64),
        Instant.EPOCH);
  }

  private static void check(boolean sample, List<MedicalCode> codes, CodeEdition former) {
    EditionCheck.check(CodeSystem.HCPCS, sample, codes, former);
  }

  @Test
  void aWholeEditionPasses() {
    assertThatCode(() -> check(false, codes(8_000), null)).doesNotThrowAnyException();
    assertThatCode(() -> check(false, codes(8_000), former(9_000, false)))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(true, codes(40), null)).doesNotThrowAnyException();
  }

  @Test
  void tooFewAndTooManyAreRefused() {
    assertThatThrownBy(() -> check(false, codes(4_999), null))
        .hasMessageContaining("4999 codes: an edition of HCPCS level II has between 5000");
    assertThatThrownBy(() -> check(false, codes(20_001), null)).hasMessageContaining("20001 codes");
    assertThatThrownBy(() -> check(true, codes(2_001), null)).hasMessageContaining("a sample");
  }

  @Test
  void whatLostAFifthIsRefused() {
    assertThatThrownBy(() -> check(false, codes(7_199), former(9_000, false)))
        .hasMessageContaining("more than a fifth would be missing");
  }

  @Test
  void aSampleIsNoMeasureAndReplacesNothingWhole() {
    assertThatCode(() -> check(false, codes(5_000), former(2_000, true)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check(true, codes(40), former(9_000, false)))
        .hasMessageContaining("does not take the place");
  }

  @Test
  void aCodeTwiceOrOfAnotherFormIsRefused() {
    List<MedicalCode> twice = codes(8_000);
    twice.set(7, twice.get(6));
    assertThatThrownBy(() -> check(false, twice, null)).hasMessage("A0006 stands in it twice.");
    List<MedicalCode> other = codes(8_000);
    other.set(7, new MedicalCode("Z0007", true, "short", "long", null, null));
    assertThatThrownBy(() -> check(false, other, null))
        .hasMessage("Z0007 has not the form of a code of HCPCS level II.");
  }
}
