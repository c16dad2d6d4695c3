package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Faxes, photographs and screenshots. */
@Tag("ocr")
class PictureTest {
  private static final String LETTER = String.join("\n", Samples.LETTER);

  @Test
  void aSpeckledSkewedFaxIsRead() {
    BufferedImage fax = Samples.faxed(Samples.turned(Samples.page(200), 1.5), 0.003);

    Frame page = Loop.page(Images.tiff("CCITT T.6", 200, 200, fax), 1);

    assertThat(page.string("source")).isEqualTo("ocr");
    assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void aFaxOfTwoPagesInCoarseResolutionKeepsItsProportions() {
    BufferedImage fine = Samples.faxed(Samples.page(200), 0);
    byte[] tiff =
        Images.tiff("CCITT T.6", 200, 100, Samples.halfLines(fine), Samples.halfLines(fine));

    List<Frame> frames = Loop.read(tiff);

    assertThat(frames.get(0).string("media_type")).isEqualTo("image/tiff");
    assertThat(frames)
        .extracting(f -> f.string("type"))
        .containsExactly("opened", "page", "page", "done");
    Frame page = frames.get(2);
    assertThat(page.number("width")).isEqualTo(612);
    assertThat(page.number("height")).isEqualTo(792);
    assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThanOrEqualTo(0.85);
    assertThat(page.word("Riverbend").centreY()).isCloseTo(87 / 792.0, within(0.015));
  }

  @Test
  void aHeavilySpeckledFaxIsRead() {
    BufferedImage fax = Samples.faxed(Samples.turned(Samples.page(200), 1.5), 0.03);

    Frame page = Loop.page(Images.tiff("CCITT T.4", 204, 196, fax), 1);

    assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void aPhotographInBadLightIsRead() {
    byte[] jpeg = Images.file("jpeg", Samples.photographed(Samples.page(200)));

    Frame page = Loop.page(jpeg, 1);

    assertThat(page.number("width")).isBetween(600, 620);
    assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void aSidewaysPngIsTurnedAndDrawnTurned() throws IOException {
    byte[] png = Images.file("png", Samples.turned(Samples.page(150), 90));

    Frame page = Loop.page(png, 1);
    Frame image = Loop.render(png, ",\"dpi\":75");

    assertThat(page.number("rotation")).isEqualTo(270);
    assertThat(Samples.accuracy(LETTER, page.string("text"))).isGreaterThanOrEqualTo(0.9);
    assertThat(page.number("width")).isLessThan(page.number("height"));
    assertThat(image.number("rotation")).isEqualTo(270);
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(image.content()));
    assertThat(drawn.getWidth()).isEqualTo(image.number("width")).isLessThan(drawn.getHeight());
    assertThat(isInkUnder(page.word("Riverbend"), drawn)).isTrue();
  }

  private static boolean isInkUnder(Frame.Seen word, BufferedImage drawn) {
    int dark = 0;
    int all = 0;
    for (int y = 0; y < word.height() * drawn.getHeight(); y++) {
      for (int x = 0; x < word.width() * drawn.getWidth(); x++) {
        int left = (int) (word.x() * drawn.getWidth());
        int top = (int) (word.y() * drawn.getHeight());
        dark += (drawn.getRGB(left + x, top + y) & 0xff) < 160 ? 1 : 0;
        all++;
      }
    }
    return dark > 0.1 * all;
  }

  @Test
  void aJpegInFourColoursIsRead() {
    Frame page = Loop.page(Images.fourColours(Samples.page(150)), 1);

    assertThat(page.string("text")).contains("Riverbend Rheumatology Associates");
  }

  @Test
  void aPictureWithoutWritingSaysSo() {
    Frame blank = Loop.page(Images.file("png", Samples.page(100, new String[0])), 1);

    assertThat(blank.string("source")).isEqualTo("image");
    assertThat(blank.flags()).containsExactly("blank");
    assertThat(blank.string("text")).isEmpty();
  }
}
