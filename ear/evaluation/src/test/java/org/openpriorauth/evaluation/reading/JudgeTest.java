package org.openpriorauth.evaluation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpriorauth.calibration.Calibrations;
import org.openpriorauth.calibration.Cell;
import org.openpriorauth.calibration.Curve;
import org.openpriorauth.calibration.Sample;
import org.openpriorauth.calibration.Source;
import org.openpriorauth.evaluation.reading.Certainties.Claim;
import org.openpriorauth.evaluation.reading.GoldFile.Labelled;
import org.openpriorauth.evaluation.reading.Judged.Given;
import org.openpriorauth.evaluation.reading.Judged.Missed;
import org.openpriorauth.evaluation.reading.Judged.Verdict;
import org.openpriorauth.extraction.FieldExtractor.Field;
import org.openpriorauth.extraction.PageReader.Page;
import org.openpriorauth.kernel.Evidence;

/** Values held against labels. */
class JudgeTest {
  private static final String TEXT = "DOE, JANE  MRN 7  naproxen 500 mg  M54.5";

  private static Field field(String name, String group, String value, double score) {
    int start = Math.max(0, TEXT.indexOf(value));
    Evidence evidence =
        new Evidence(UUID.randomUUID(), 1, start, start + value.length(), List.of(), value);
    return new Field(name, group, value, null, "present", List.of(), evidence, score);
  }

  private static Outcome outcome(Set<Integer> astray, Field... fields) {
    Page page = new Page(1, "text", 0, List.of(), TEXT, List.of());
    return new Outcome(
        null,
        "clinical_note",
        List.of(page),
        List.of(fields),
        List.of(),
        astray,
        Set.of(),
        null,
        Duration.ZERO,
        Duration.ZERO);
  }

  private static Judged judged(Outcome outcome, List<String> absent, Labelled... labels) {
    GoldFile gold =
        new GoldFile(
            "clinical_note",
            "a",
            "text",
            "tune",
            List.of(labels),
            absent,
            List.of(),
            List.of(),
            List.of());
    try {
      return Judge.of(new Case(Path.of("a.pdf"), gold), outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Labelled label(String name, String value) {
    return new Labelled(name, value, 1);
  }

  @Test
  void whatIsRightWrongInventedAndMissed() {
    Judged judged =
        judged(
            outcome(
                Set.of(),
                field("patient.name", "p", "DOE, JANE", 1),
                field("patient.mrn", "p", "7", 1),
                field("coverage.plan", "c", "M54.5", 1)),
            List.of("coverage.plan"),
            label("patient.name", "Jane Doe"),
            label("patient.mrn", "77"),
            label("patient.sex", "F"));
    assertThat(judged.given())
        .extracting(Given::name, Given::verdict)
        .containsExactlyInAnyOrder(
            tuple("patient.name", Verdict.RIGHT),
            tuple("patient.mrn", Verdict.WRONG),
            tuple("coverage.plan", Verdict.INVENTED));
    assertThat(judged.missed())
        .containsExactly(
            new Missed("patient.mrn", "77", 1, false), new Missed("patient.sex", "F", 1, true));
  }

  @Test
  void aValueThatIsSaidTwiceCountsOnce() {
    Judged judged =
        judged(
            outcome(
                Set.of(),
                field("diagnosis.code", "d1", "M54.5", 0.9),
                field("diagnosis.code", "d2", "M54.5", 0.8)),
            List.of(),
            label("diagnosis.code", "M54.5"),
            label("diagnosis.code", "m54.5"));
    assertThat(judged.given()).extracting(Given::verdict).containsExactly(Verdict.RIGHT);
    assertThat(judged.missed()).isEmpty();
  }

  @Test
  void aDoseBelongsToItsDrug() {
    Labelled[] labels = {
      label("drug.name", "naproxen"), label("drug.dose", "500 mg"), label("drug.name", "aspirin")
    };
    Judged together =
        judged(
            outcome(
                Set.of(),
                field("drug.name", "g1", "naproxen", 1),
                field("drug.dose", "g1", "500 mg", 1)),
            List.of(),
            labels);
    assertThat(together.missed()).extracting(Missed::name).containsExactly("drug.name");
    Judged apart =
        judged(
            outcome(
                Set.of(),
                field("drug.name", "g1", "naproxen", 1),
                field("drug.dose", "g2", "500 mg", 1)),
            List.of(),
            labels);
    assertThat(apart.missed())
        .extracting(Missed::name)
        .containsExactly("drug.name", "drug.name+dose");
  }

  @Test
  void aPageThatIsGivenToSomebodyElseSaysNothing() {
    Judged judged =
        judged(
            outcome(Set.of(1), field("patient.mrn", "p", "7", 1)),
            List.of(),
            label("patient.mrn", "7"));
    assertThat(judged.given()).isEmpty();
    assertThat(judged.missed()).hasSize(1);
  }

  @Test
  void evidenceThatIsNotOnThePageProvesNothing() {
    Judged judged =
        judged(
            outcome(
                Set.of(),
                field("patient.name", "p", "DOE, JANE", 1),
                field("patient.sex", "p", "X", 1)),
            List.of());
    assertThat(judged.given())
        .extracting(Given::name, Given::proven)
        .containsExactlyInAnyOrder(tuple("patient.name", true), tuple("patient.sex", false));
  }

  @Test
  void figuresOfALine() {
    Judged judged =
        judged(
            outcome(
                Set.of(),
                field("diagnosis.code", "d1", "M54.5", 1),
                field("diagnosis.code", "d2", "DOE", 1)),
            List.of(),
            label("diagnosis.code", "M54.5"),
            label("diagnosis.code", "E11.9"),
            label("service.code", "72148"));
    Line line = Line.of("codes", List.of(judged), f -> Group.of(f) == Group.CODES);
    assertThat(line.precision()).isEqualTo(0.5);
    assertThat(line.recall()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(line.abstention()).isCloseTo(1 / 3.0, within(1e-9));
  }

  /** Said 0.9 and right in half of the cases; said 0.1 and never right. */
  @Test
  void calibrationError() {
    List<Claim> claims =
        List.of(new Claim(0.9, true), new Claim(0.9, false), new Claim(0.1, false));
    assertThat(Calibration.error(claims)).isCloseTo((0.8 + 0.1) / 3, within(1e-9));
  }

  /** Only what is calibrated claims anything; pairs are no fields of their own. */
  @Test
  void claimsAreHeldAgainstWhatIsRight() {
    Judged judged =
        judged(
            outcome(
                Set.of(),
                field("diagnosis.code", "1", "M54.5", 0.9),
                field("patient.mrn", "p", "7", 0.9),
                field("patient.name", "p", "JANE", 0.2),
                field("drug.name", "d", "naproxen", 0.9),
                field("drug.dose", "d", "500 mg", 0.9)),
            List.of(),
            label("diagnosis.code", "M54.5"),
            label("patient.mrn", "7"),
            label("patient.name", "Jane Doe"));
    Curve curve = new Curve(List.of(new Curve.Step(0, 0.5), new Curve.Step(0.8, 0.97)));
    Cell cell = new Cell(List.of("patient", "diagnosis"), "text", 100, 0.02, curve);
    Certainties said =
        Certainties.of(
            List.of(judged),
            new Calibrations.InForce(
                List.of(
                    new org.openpriorauth.calibration.Calibration("t", "rules", List.of(cell)))));
    assertThat(said.calibrated()).isCloseTo(3 / 5.0, within(1e-9));
    assertThat(said.unseen()).isCloseTo(2 / 5.0, within(1e-9));
    assertThat(said.unseenRight()).isEqualTo(1);
    assertThat(said.error()).isCloseTo((0.06 + 0.5) / 3, within(1e-9));
  }

  /** Nothing is learned from what is held back. */
  @Test
  void aCalibrationIsMadeOfTheTuneSplitAlone() throws IOException {
    Judged tune = judged(outcome(Set.of(), field("patient.mrn", "p", "7", 0.9)), List.of());
    GoldFile gold = new GoldFile("order", "b", "text", "held", null, null, null, null, null);
    Judged held = Judge.of(new Case(Path.of("b.pdf"), gold), tune.outcome());
    assertThat(Samples.of(List.of(tune, held)))
        .containsExactly(new Sample("patient.mrn", Source.TEXT, 0.9, false, "a"));
  }
}
