package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that are pictures, alone and beside text. */
@Tag("ocr")
class ScannedPdfTest {
  private static final String LETTER = String.join("\n", Samples.LETTER);

  @Test
  void aCleanScanIsReadAlmostWithoutError() {
    Frame page = Loop.page(Pdfs.letter(Pdfs.scan(Samples.page(300))), 1);

    assertThat(page.string("source")).isEqualTo("ocr");
    assertThat(page.flags()).isEmpty();
    assertThat(page.number("dpi")).isEqualTo(300);
    assertThat(page.object("ocr")).containsEntry("engine", "5.5.2");
    assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThanOrEqualTo(0.97);
    assertThat(page.word("Riverbend").x()).isCloseTo(72 / 612.0, within(0.005));
    assertThat(page.word("Riverbend").confidence()).isGreaterThan(60);
  }

  @Test
  void aScanUpsideDownIsTurned() {
    byte[] pdf = Pdfs.letter(Pdfs.scan(Samples.turned(Samples.page(200), 180)));

    Frame page = Loop.page(pdf, 1);

    assertThat(page.number("rotation")).isEqualTo(180);
    assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThanOrEqualTo(0.95);
    assertThat(page.word("Riverbend").centreY()).isCloseTo(87 / 792.0, within(0.015));
  }

  @Test
  void boxesOfASkewedScanLieOverTheSkewedPicture() {
    BufferedImage skewed = Samples.turned(Samples.page(200), 2);

    Frame page = Loop.page(Pdfs.letter(Pdfs.scan(skewed)), 1);

    assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThanOrEqualTo(0.95);
    for (String word : new String[] {"Riverbend", "Signed", "disability."}) {
      double[] centre = Ink.centre(word, 200);
      double[] moved = turned(centre, 2, 8.5 * 200, 11 * 200);
      Frame.Seen seen = page.word(word);
      assertThat(seen.centreX()).as(word).isCloseTo(moved[0] / (8.5 * 200), within(0.015));
      assertThat(seen.centreY()).as(word).isCloseTo(moved[1] / (11 * 200.0), within(0.015));
    }
  }

  private static double[] turned(double[] point, double degrees, double width, double height) {
    double angle = Math.toRadians(degrees);
    double x = point[0] - width / 2;
    double y = point[1] - height / 2;
    return new double[] {
      width / 2 + x * Math.cos(angle) - y * Math.sin(angle),
      height / 2 + x * Math.sin(angle) + y * Math.cos(angle)
    };
  }

  @Test
  void eachPageOfAMixedPacketIsReadItsOwnWay() {
    byte[] pdf =
        Pdfs.letter(
            Pdfs.prose(),
            Pdfs.scanWithLayer(Samples.page(150), Samples.LETTER),
            Pdfs.scanWithLayer(Samples.page(150), wrong()),
            (doc, out) -> {});

    List<Frame> frames = Loop.read(pdf);

    assertThat(frames).hasSize(6);
    assertThat(frames.get(1).string("source")).isEqualTo("text");
    assertThat(frames.get(2))
        .satisfies(
            page -> {
              assertThat(page.string("source")).isEqualTo("mixed");
              assertThat(page.flags()).isEmpty();
              assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThan(0.97);
            });
    assertThat(frames.get(3))
        .satisfies(
            page -> {
              assertThat(page.string("source")).isEqualTo("ocr");
              assertThat(page.flags()).containsExactly("bad_text_layer");
              assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThan(0.9);
            });
    assertThat(frames.get(4).flags()).containsExactly("blank");
  }

  /** A layer as a bad scanner leaves it: the right places, the wrong letters. */
  private static String[] wrong() {
    String[] wrong = Samples.LETTER.clone();
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] = wrong[i].replace('e', 'c').replace('a', 'o').replace('r', 'n').replace('i', 'l');
    }
    return wrong;
  }
}
