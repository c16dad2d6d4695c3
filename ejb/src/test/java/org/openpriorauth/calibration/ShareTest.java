package org.openpriorauth.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of a share, against values that were reckoned by hand. */
class ShareTest {
  @ParameterizedTest
  @CsvSource({
    "100, 95, 0.950, 0.888, 0.978",
    "30, 30, 1.000, 0.886, 1.000",
    "50, 0, 0.000, 0.000, 0.071",
    "1000, 500, 0.500, 0.469, 0.531"
  })
  void theBoundsAreWilsons(long n, long right, double share, double low, double high) {
    assertThat(Share.of(n, right)).isEqualTo(new Share(n, share, low, high));
  }

  @Test
  void ofTooFewNothingIsSaid() {
    assertThat(Share.of(29, 29)).isNull();
  }

  /** A hundred values, most of which hang on a few, say as much as those few. */
  @Test
  void unequalWeightsWidenTheBounds() {
    Share equal = Share.of(100, 90);
    Share unequal = Share.of(100, 20, 18);
    assertThat(unequal.share()).isEqualTo(equal.share());
    assertThat(unequal.low()).isLessThan(equal.low() - 0.1);
  }
}
