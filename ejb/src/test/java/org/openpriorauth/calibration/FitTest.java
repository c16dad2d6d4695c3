package org.openpriorauth.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What scores are worth, from values that were looked at. */
class FitTest {
  private static final int FOLDS = 5;

  /** So many values of one score, evenly over the folds. */
  private static List<Sample> samples(
      String name, Source source, double score, int right, int wrong) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < right + wrong; i++) {
      // Wrong ones stand among the right ones, so that every fold has some.
      boolean good = i * wrong / (right + wrong) == (i + 1) * wrong / (right + wrong);
      samples.add(new Sample(name, source, score, good, "fold " + i % FOLDS));
    }
    return samples;
  }

  private static Calibration fitted(List<List<Sample>> samples) {
    return Fit.of("2026-11", "rules/1.0", samples.stream().flatMap(List::stream).toList());
  }

  private static double confidence(Calibration of, String name, Source source, double score) {
    return of.certainty(name, source, score).orElseThrow().confidence();
  }

  @Test
  void aScoreIsWorthHowOftenItWasRightAndNotWhatItSays() {
    Calibration fitted =
        fitted(
            List.of(
                samples("patient.name", Source.TEXT, 0.6, 60, 60),
                samples("patient.name", Source.TEXT, 0.9, 190, 10)));
    assertThat(confidence(fitted, "patient.name", Source.TEXT, 0.6)).isCloseTo(0.5, within(0.01));
    assertThat(confidence(fitted, "patient.name", Source.TEXT, 0.95)).isCloseTo(0.95, within(0.01));
    assertThat(confidence(fitted, "patient.name", Source.TEXT, 0.1)).isCloseTo(0.5, within(0.01));
    assertThat(fitted.certainty("patient.name", Source.TEXT, 0.9).orElseThrow())
        .matches(c -> c.calibration().equals("2026-11") && c.n() == 320 && c.ece() < 0.03);
  }

  /** A higher score is never worth less, whatever chance put there. */
  @Test
  void violatorsArePooled() {
    Curve curve =
        Curve.of(
            Stream.of(
                    samples("a.b", Source.TEXT, 0.5, 40, 10),
                    samples("a.b", Source.TEXT, 0.7, 30, 20),
                    samples("a.b", Source.TEXT, 0.9, 48, 2))
                .flatMap(List::stream)
                .toList());
    assertThat(curve.steps()).hasSize(2);
    assertThat(curve.at(0.5)).isEqualTo(curve.at(0.7)).isCloseTo(0.7, within(0.01));
    assertThat(curve.at(0.9)).isGreaterThan(0.9).isLessThan(0.96);
  }

  @Test
  void thirtyOfThirtyIsNotCertainty() {
    assertThat(Curve.of(samples("a.b", Source.TEXT, 1, 30, 0)).at(1)).isLessThan(0.97);
  }

  @Test
  void whatIsThinIsSaidOfItsKindThenOfTheRestAndElseNotAtAll() {
    Calibration fitted =
        fitted(
            List.of(
                samples("patient.name", Source.TEXT, 0.9, 100, 0),
                samples("patient.sex", Source.TEXT, 0.9, 60, 20),
                samples("patient.phone", Source.TEXT, 0.9, 30, 10),
                samples("drug.dose", Source.TEXT, 0.9, 50, 10),
                samples("therapy.name", Source.TEXT, 0.9, 40, 20),
                samples("patient.name", Source.OCR, 0.9, 60, 0)));
    assertThat(fitted.cells())
        .extracting(Cell::fields)
        .containsExactly(List.of("patient.name"), List.of("patient"), List.of("drug", "therapy"));
    assertThat(confidence(fitted, "patient.name", Source.TEXT, 0.9))
        .isGreaterThan(confidence(fitted, "patient.sex", Source.TEXT, 0.9));
    assertThat(fitted.certainty("drug.dose", Source.TEXT, 0.9).orElseThrow().n()).isEqualTo(120);
    assertThat(fitted.certainty("letter.kind", Source.TEXT, 0.9)).as("never seen").isEmpty();
    assertThat(fitted.certainty("patient.name", Source.OCR, 0.9)).as("sixty").isEmpty();
  }

  /** The fewer the values, the nearer to what is known of all: n / (n + 50). */
  @Test
  void aThinFieldIsDrawnToAll() {
    Calibration fitted =
        fitted(
            List.of(
                samples("patient.name", Source.TEXT, 0.9, 100, 0),
                samples("drug.dose", Source.TEXT, 0.9, 400, 400)));
    double all = 501.0 / 902;
    double own = 101.0 / 102;
    assertThat(confidence(fitted, "patient.name", Source.TEXT, 0.9))
        .isCloseTo(own * 2 / 3 + all / 3, within(0.001));
  }

  /** A layout on which the rules fail shows in the error, though its own fit would hide it. */
  @Test
  void theErrorIsMeasuredOnFoldsThatHadNoPart() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean strange = i % 2 == 0;
      samples.add(
          new Sample("a.b", Source.TEXT, strange ? 0.8 : 0.9, !strange, strange ? "x" : "y"));
    }
    assertThat(fitted(List.of(samples)).cells().get(0).ece()).isGreaterThan(0.3);
  }

  /** People look at the doubtful; of what is above it their work says nothing. */
  @Test
  void aClinicsOwnFollowsTheShippedOneAboveTheScoresThatWereLookedAt() {
    Calibration shipped =
        fitted(
            List.of(
                samples("patient.name", Source.TEXT, 0.6, 60, 60),
                samples("patient.name", Source.TEXT, 0.95, 200, 0)));
    Calibration own = Fit.of("own", samples("patient.name", Source.TEXT, 0.6, 20, 180), shipped);
    assertThat(confidence(own, "patient.name", Source.TEXT, 0.6)).isLessThan(0.25);
    assertThat(confidence(own, "patient.name", Source.TEXT, 0.95))
        .isEqualTo(confidence(shipped, "patient.name", Source.TEXT, 0.95));
    assertThat(
            new Calibrations.InForce(List.of(own, shipped))
                .certainty("patient.name", Source.TEXT, 0.95)
                .orElseThrow()
                .calibration())
        .isEqualTo("own");
  }

  /**
   * Of 1,000 values with the score 0.9, the 100 flagged ones are asked for and wrong half the time;
   * of the others, all of them right, chance asks for one in ten.
   */
  @Test
  void whatChanceChoseStandsForWhatNobodySaw() {
    List<Sample> asked = new ArrayList<>(samples("drug.dose", Source.TEXT, 0.9, 50, 50));
    for (int i = 0; i < 90; i++) {
      asked.add(new Sample("drug.dose", Source.TEXT, 0.9, true, "fold " + i % FOLDS, 10));
    }
    Cell fitted = fitted(List.of(asked)).cells().get(0);
    assertThat(fitted.curve().at(0.9)).as("and not 140 of 190").isCloseTo(0.95, within(0.01));
    assertThat(fitted.n()).isEqualTo(190);
    assertThat(Sample.effective(asked)).isCloseTo(1000 * 1000 / 9100.0, within(0.001));
    assertThat(fitted.ece()).isLessThan(0.02);
  }

  @Test
  void theShippedOneIsReadAndSpeaksOfItsOwnRulesOnly() {
    assertThat(new Calibrations().shipped("rules/0.9").all()).isEmpty();
    assertThat(Calibration.shipped().cells())
        .isNotEmpty()
        .allMatch(c -> c.n() >= Fit.LEAST && c.ece() > 0 && c.ece() < 0.2)
        .allMatch(
            c ->
                c.curve().steps().stream().allMatch(s -> s.confidence() > 0 && s.confidence() < 1));
  }
}
