package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are written by hand, and bad print, which is not. */
@Tag("ocr")
class HandwritingTest {
  private static Frame read(int dpi, BufferedImage page) {
    return Loop.page(Images.tiff("LZW", dpi, dpi, page), 1);
  }

  @ParameterizedTest
  @CsvSource({"200,1", "200,2", "300,3"})
  void aWrittenPageIsSaidToBeOne(int dpi, int seed) {
    Frame page = read(dpi, Hand.page(dpi, seed, 20));

    assertThat(page.string("source")).isEqualTo("handwriting");
    assertThat(page.flags()).contains("handwriting");
  }

  @Test
  void aPrintedHeadDoesNotHideIt() {
    BufferedImage note =
        Hand.page(200, 4, 18, "Riverbend Rheumatology Associates", "Progress note", "Patient:");

    assertThat(read(200, note).string("source")).isEqualTo("handwriting");
  }

  @Test
  void aFaxOfItIsToo() {
    BufferedImage fax = Samples.faxed(Hand.page(200, 5, 20), 0.002);

    assertThat(read(200, fax).string("source")).isEqualTo("handwriting");
  }

  @Test
  void aSignatureUnderALetterIsNoPageOfHandwriting() {
    assertThat(read(200, Hand.page(200, 6, 1, Samples.LETTER)).string("source")).isEqualTo("ocr");
  }

  @ParameterizedTest
  @CsvSource({"0.004", "0.02", "0.06"})
  void badPrintIsPrint(double specks) {
    BufferedImage fax = Samples.faxed(Samples.page(200), specks);

    assertThat(read(200, fax).string("source")).isNotEqualTo("handwriting");
    assertThat(read(100, Samples.halfLines(fax)).string("source")).isNotEqualTo("handwriting");
  }
}
