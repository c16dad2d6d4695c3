package org.openpriorauth.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpriorauth.calibration.model.ReadValueRepository.Counted;
import org.openpriorauth.calibration.model.ReadValueRepository.Looks;
import org.openpriorauth.calibration.model.ReadValueRepository.Of;
import org.openpriorauth.calibration.model.ReadValueRepository.Unseen;
import org.openpriorauth.calibration.model.ReadValueRepository.Weighted;

/** How counts become shares. */
class FigureTest {
  /** Forty doubtful values that were asked for: half of them right, called so. */
  private static final Counted ASKED =
      new Counted(
          Of.ALL,
          null,
          10,
          new Looks(40, 40, 20, 5, 15),
          new Unseen(0, 0, 0, 0, 0),
          new Weighted(40, 40, 40, 20, 40 * 0.52));

  /** Of 800 values that are used unseen, 40 were chosen with 1 in 20: all right but two. */
  private static final Counted CHOSEN =
      new Counted(
          Of.ALL,
          null,
          19,
          new Looks(800, 43, 38, 0, 5),
          new Unseen(800, 757, 40, 40, 38),
          new Weighted(40, 800, 16_000, 760, 800 * 0.97));

  private static final Counted NOT_CALIBRATED =
      new Counted(
          Of.ALL,
          null,
          null,
          new Looks(10, 4, 4, 0, 0),
          new Unseen(0, 0, 0, 0, 0),
          new Weighted(4, 4, 4, 4, 0));

  @Test
  void whatPeopleLookedAtCountsAsOftenAsItStandsForOthers() {
    Figure all = Figure.of(null, List.of(ASKED, CHOSEN));
    // 780 of 840, where the looks alone say 58 of 80.
    assertThat(all.right().share()).isCloseTo(780 / 840.0, within(0.001));
    assertThat(all.right().n()).isEqualTo(80);
    assertThat(all.looks()).isEqualTo(new Looks(840, 83, 58, 5, 20));
    assertThat(all.unseen().right().share()).isEqualTo(0.95);
    assertThat(all.unseen().leftUnseen()).isEqualTo(757);
  }

  @Test
  void aClaimIsOffByWhatItClaimsTooMuchBandByBand() {
    Figure.Claim claim = Figure.of(null, List.of(ASKED, CHOSEN, NOT_CALIBRATED)).claim();
    assertThat(claim.n()).as("what has no claim is not among them").isEqualTo(80);
    assertThat(claim.claimed()).isCloseTo((40 * 0.52 + 800 * 0.97) / 840, within(0.001));
    assertThat(claim.error()).isCloseTo((40 * 0.02 + 800 * 0.02) / 840, within(0.001));
  }

  @Test
  void ofTooFewNoShareIsSaidAndTheirCountsAre() {
    Figure few = Figure.of("patient.name", List.of(NOT_CALIBRATED));
    assertThat(few.right()).isNull();
    assertThat(few.claim()).isNull();
    assertThat(few.unseen().right()).isNull();
    assertThat(few.looks().looked()).isEqualTo(4);
  }

  @Test
  void thePictureHasABandForEachTwentiethThatPeopleWereAskedFor() {
    assertThat(Figure.bands(List.of(ASKED, CHOSEN, NOT_CALIBRATED)))
        .extracting(Figure.Band::from, Figure.Band::to, Figure.Band::n, b -> b.found().share())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0.5, 0.55, 40L, 0.5),
            org.assertj.core.groups.Tuple.tuple(0.95, 1.0, 40L, 0.95));
  }
}
