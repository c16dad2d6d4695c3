package org.openpriorauth.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceCheckTest {
  private static final List<String> QUOTES =
      List.of(
          "On 03/09/2026 straight leg raise was positive on the left at 40 degrees.",
          "Naproxen 500 mg twice daily for six weeks, started 12 Jan 2026; HbA1c 7.20 %.",
          "Platelets 1,250. No bowel or bladder symptoms. Assessment: M54.16.");
  private static final List<String> DATA = List.of("CPT 72148", "Zoë Nuñez-Ōkawa", "J1745");

  private static List<String> codes(String sentence, List<String> quotes, List<String> data) {
    return SentenceCheck.faults(sentence, quotes, data).stream().map(Fault::code).toList();
  }

  private static List<String> problems(String sentence) {
    return codes(sentence, QUOTES, DATA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Straight leg raise on March 9, 2026: positive on the left at 40 degrees.",
        "Naproxen was taken for 6 weeks, from January 12, 2026.",
        "Naproxen was started in January 2026.",
        "HbA1c was 7.2%.",
        "Platelets were 1250.",
        "No bowel or bladder symptoms.",
        "The diagnosis is M5416, for which CPT 72148 and J1745 are asked.",
      })
  void whatTheWordsSayMayBeSaid(String sentence) {
    assertThat(problems(sentence)).as(sentence).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          number          | Straight leg raise was positive on the left at 45 degrees.
          number in words | Naproxen 500 mg twice daily for eight weeks.
          unit            | Naproxen 500 mcg twice daily.
          unit of time    | Naproxen for 6 months.
          decimal         | HbA1c was 72 %.
          frequency       | Naproxen 500 mg once daily.
          date            | On March 8, 2026 straight leg raise was positive on the left.
          year            | Naproxen was started on January 12, 2025.
          month           | Naproxen was started in February 2026.
          code            | The diagnosis is M54.17.
          procedure       | CPT 72149 is asked for.
          drug code       | J1746 is asked for.
          side            | Straight leg raise was positive on the right at 40 degrees.
          both sides      | Straight leg raise was positive bilaterally at 40 degrees.
          """)
  void aChangedTokenIsCaught(String what, String sentence) {
    assertThat(problems(sentence)).as(what).isNotEmpty();
  }

  @Test
  void aDenialAddedIsCaught() {
    List<String> quotes = List.of("Straight leg raise was positive on the left.");
    assertThat(codes("Straight leg raise was not positive on the left.", quotes, List.of()))
        .containsExactly("denial");
  }

  @Test
  void aDenialTakenAwayIsCaught() {
    assertThat(problems("Bowel and bladder symptoms.")).containsExactly("denial");
  }

  @Test
  void aNumberThatFillsAPageIsComparedAsItStands() {
    String digits = "7".repeat(400_000);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(codes("Code " + digits, List.of(digits), DATA)).isEmpty());
    assertThat(codes("Code " + digits, List.of("77"), DATA)).hasSize(1);
  }
}
