package org.openpriorauth.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of a chart, each cited to itself, and then changed as a careless author would. */
class MutationTest {
  private static final List<String> CHART =
      List.of(
          "Straight leg raise was positive on the left at 40 degrees.",
          "Naproxen 500 mg twice daily for 6 weeks gave no relief.",
          "She completed 8 weeks of supervised physical therapy with no lasting relief.",
          "Left great toe extension is 4/5, new since January 2026.",
          "MRI of the lumbar spine on 03/09/2026 shows a disc extrusion on the left at L5-S1.",
          "HbA1c was 8.4 % on 02/11/2026.",
          "He denies bowel or bladder symptoms.",
          "Methotrexate 15 mg weekly was stopped for elevated liver enzymes.",
          "The patient has failed adalimumab 40 mg after 16 weeks.",
          "Apnea-hypopnea index was 32 events per hour on the study of 01/15/2026.",
          "Ejection fraction is 35 % without wall motion abnormality.",
          "Right knee radiographs show joint space narrowing and osteophytes.",
          "The mother had breast cancer at age 42.",
          "We will start sumatriptan 50 mg if headaches persist.",
          "Suspected compression fracture at L2 could not be excluded.",
          "BMI is 41.2 kg/m2 with obstructive sleep apnea.");

  private static List<String> faults(String sentence, String quote) {
    return SentenceCheck.faults(sentence, List.of(quote), List.of("CPT 72148")).stream()
        .map(Fault::code)
        .toList();
  }

  @Test
  void whatIsQuotedAsItStandsRaisesNoAlarm() {
    assertThat(CHART).allSatisfy(s -> assertThat(faults(s, s)).as(s).isEmpty());
  }

  /** Every sentence that the change can be made in, and at least that many. */
  private static void caught(int atLeast, UnaryOperator<String> change) {
    List<String> changed = CHART.stream().filter(s -> !change.apply(s).equals(s)).toList();
    assertThat(changed).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(changed)
        .allSatisfy(s -> assertThat(faults(change.apply(s), s)).as(change.apply(s)).isNotEmpty());
  }

  @Test
  void aNumber() {
    caught(12, s -> s.replaceFirst("(?<![A-Za-z-])(\\d+)", "9$1"));
  }

  @Test
  void aUnit() {
    caught(
        6,
        s ->
            s.replaceFirst("\\bmg\\b", "mcg")
                .replaceFirst("\\bweeks\\b", "months")
                .replaceFirst(" %", " mg/dl"));
  }

  @Test
  void aSide() {
    caught(
        4,
        s ->
            s.contains("left") || s.contains("Left")
                ? s.replace("left", "right").replace("Left", "Right")
                : s.replace("Right", "Left"));
  }

  @Test
  void aDenialAdded() {
    caught(12, s -> s.replaceFirst(" (was|is|has|shows|show|gave|completed) ", " $1 not "));
  }

  @Test
  void aDenialTakenAway() {
    caught(
        4,
        s ->
            s.replaceFirst("gave no relief", "gave relief")
                .replaceFirst("no lasting", "lasting")
                .replaceFirst("denies", "has")
                .replaceFirst("without wall", "with wall"));
  }

  @Test
  void aPlanThatBecomesADeed() {
    caught(1, s -> s.replaceFirst("We will start(.*) if headaches persist", "She has started$1"));
    assertThat(
            faults(
                "She will complete 8 weeks of supervised physical therapy.",
                "She completed 8 weeks of supervised physical therapy."))
        .contains("planned");
  }

  @Test
  void aSuspicionThatBecomesAFinding() {
    assertThat(faults("Compression fracture at L2.", CHART.get(14))).contains("supposed");
  }

  @Test
  void aRelativeWhoBecomesThePatient() {
    assertThat(faults("The patient had breast cancer at age 42.", CHART.get(12)))
        .contains("relative");
  }

  @ParameterizedTest
  @ValueSource(strings = {"severe", "worsening", "debilitating", "documented-refractory"})
  void anAdjectivePutIn(String adjective) {
    caught(
        12,
        s -> s.replaceFirst(" (was|is|has|shows|show|gave|completed) ", " $1 " + adjective + " "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ibuprofen for naproxen        | Ibuprofen 500 mg twice daily for 6 weeks. | Naproxen 500 mg twice daily for 6 weeks.
          another drug of the same words | Ibuprofen 500 mg was taken. | Naproxen 500 mg was taken; ibuprofen 800 mg was taken.
          the other drug's duration     | Naproxen 500 mg was taken for 9 weeks. | Naproxen 500 mg was taken for 6 weeks, ibuprofen 800 mg was taken for 9 weeks.
          another test's value          | Ferritin was 12.1. | Ferritin was 9. Hemoglobin was 12.1.
          """)
  void aDrugOrATestSwapped(String what, String sentence, String quote) {
    assertThat(faults(sentence, quote)).as(what).isNotEmpty();
  }

  @Test
  void aPlaceThatSaysSomethingElse() {
    List<String> missed =
        CHART.stream()
            .flatMap(
                s ->
                    CHART.stream()
                        .filter(other -> !other.equals(s))
                        .filter(other -> faults(s, other).isEmpty())
                        .map(other -> s + " <- " + other))
            .toList();
    assertThat(missed).isEmpty();
  }

  @Test
  void whatIsSaidInOtherWordsOfTheSameRootsPasses() {
    assertThat(
            Stream.of(
                    faults("Therapy without lasting relief was completed.", CHART.get(2)),
                    faults("The documented HbA1c is 8.4 %.", CHART.get(5)),
                    faults("Methotrexate was discontinued.", CHART.get(7)))
                .flatMap(List::stream))
        .isEmpty();
  }
}
