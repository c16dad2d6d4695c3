package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpriorauth.reader.ocr.Jpeg2000Writer;

/** Small PDFs of office scanners hold JPEG 2000, which PDFBox leaves blank by itself. */
@Tag("ocr")
class Jpeg2000Test {
  private static final byte[] PICTURE = Jpeg2000Writer.file(Samples.page(150));

  private static byte[] pdf(byte[] picture) {
    return Pdfs.raw(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            + " /Resources << /XObject << /I 5 0 R >> >> >>",
        Pdfs.stream("", "612 0 0 792 0 0 cm /I Do"),
        Pdfs.stream(
            "/Type /XObject /Subtype /Image /Filter /JPXDecode /Width 1275 /Height 1650",
            new String(picture, StandardCharsets.ISO_8859_1)));
  }

  @Test
  void isReadInsideAPdf() {
    Frame page = Loop.page(pdf(PICTURE), 1);

    assertThat(page.string("source")).isEqualTo("ocr");
    assertThat(page.flags()).isEmpty();
    assertThat(Samples.accuracy(String.join("\n", Samples.LETTER), page.string("text")))
        .isGreaterThan(0.95);
  }

  @Test
  void isReadAlone() {
    Frame page = Loop.page(PICTURE, 1);

    assertThat(page.string("text")).contains("Riverbend Rheumatology");
  }

  @Test
  void saysSoWhenItIsBroken() {
    byte[] broken = PICTURE.clone();
    Arrays.fill(broken, 60, broken.length, (byte) 0);

    Frame page = Loop.page(pdf(broken), 1);

    assertThat(page.flags()).containsExactly("blank", "image_not_shown");
    assertThat(Loop.page(broken, 1).flags()).containsExactly("unreadable", "damaged");
  }
}
