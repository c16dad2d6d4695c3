package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openpriorauth.reader.TickPdfTest.before;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same boxes on paper that was scanned or faxed. */
@Tag("ocr")
class ScannedTickTest {
  private static BufferedImage picture(int dpi) {
    try (PDDocument pdf = Loader.loadPDF(BoxesOfForms.drawn())) {
      return new PDFRenderer(pdf).renderImageWithDPI(0, dpi, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 300})
  void theyAreToldApart(int dpi) {
    told(Loop.page(Images.tiff("LZW", dpi, dpi, picture(dpi)), 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.002})
  void andOnAFax(double specks) {
    told(Loop.page(Images.tiff("LZW", 200, 200, Samples.faxed(picture(200), specks)), 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, -2})
  void andOnACrookedPage(double degrees) {
    told(Loop.page(Images.tiff("LZW", 300, 300, Samples.turned(picture(300), degrees)), 1));
  }

  private static void told(Frame page) {
    assertThat(before(page, BoxesOfForms.EMPTY)).isEqualTo("\u2610");
    assertThat(before(page, BoxesOfForms.CROSSED)).isEqualTo("\u2612");
    assertThat(before(page, BoxesOfForms.TICKED)).isEqualTo("\u2611");
    assertThat(before(page, BoxesOfForms.FILLED)).isEqualTo("\u2611");
    assertThat(before(page, BoxesOfForms.LETTER)).isEqualTo("\u2612");
    assertThat(before(page, BoxesOfForms.SIGN)).isEqualTo("\u2611");
    assertThat(before(page, BoxesOfForms.DOT)).isIn("[?]", "\u2610");
    assertThat(before(page, BoxesOfForms.WHITED)).isEqualTo("\u2610");
  }
}
