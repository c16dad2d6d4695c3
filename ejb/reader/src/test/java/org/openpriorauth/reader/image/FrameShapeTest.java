package org.openpriorauth.reader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openpriorauth.reader.document.Failure;

/** How big a picture is on paper. */
class FrameShapeTest {
  @Test
  void aDeclaredResolutionIsBelieved() {
    assertThat(FrameShape.of(2550, 3300, 300, 300).size().width()).isEqualTo(612);
    assertThat(FrameShape.of(1728, 1078, 204, 98).size().height()).isCloseTo(792, within(0.1));
  }

  @Test
  void aScreenResolutionIsNot() {
    FrameShape photograph = FrameShape.of(4032, 3024, 72, 72);

    assertThat(photograph.size().width()).isBetween(700.0, 792.0);
    assertThat(photograph.dpi()).isBetween(350, 370);
  }

  @Test
  void aFaxWithoutResolutionIsKnownByItsWidth() {
    assertThat(FrameShape.of(1728, 1078, 0, 0).size().height()).isCloseTo(792, within(0.1));
    assertThat(FrameShape.of(1728, 2156, 0, 0).size().height()).isCloseTo(792, within(0.1));
  }

  @Test
  void aBigPictureIsReducedAndAHugeOneRefused() throws Failure {
    assertThat(FrameShape.of(6000, 6000, 0, 0).reduction(40_000_000)).isEqualTo(1);
    assertThat(FrameShape.of(12_000, 9000, 0, 0).reduction(40_000_000)).isEqualTo(2);
    FrameShape huge = FrameShape.of(40_000, 40_000, 0, 0);
    assertThatThrownBy(() -> huge.reduction(40_000_000)).isInstanceOf(Failure.class);
  }
}
