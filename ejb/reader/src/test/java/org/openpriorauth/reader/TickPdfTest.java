package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

/** Boxes to tick that are drawn and not written. */
class TickPdfTest {
  private final Frame page = Loop.page(BoxesOfForms.drawn(), 1);

  /** What stands in front of a choice. */
  static String before(Frame page, String choice) {
    String line =
        page.string("text").lines().filter(l -> l.contains(choice)).findFirst().orElseThrow();
    return line.substring(0, line.indexOf(choice)).strip();
  }

  @Test
  void tickedCrossedAndEmptyAreToldApart() {
    assertThat(before(page, BoxesOfForms.EMPTY)).isEqualTo("\u2610");
    assertThat(before(page, BoxesOfForms.CROSSED)).isEqualTo("\u2612");
    assertThat(before(page, BoxesOfForms.TICKED)).isEqualTo("\u2611");
    assertThat(before(page, BoxesOfForms.FILLED)).isEqualTo("\u2611");
  }

  @Test
  void aLetterOrASignInABoxIsItsTick() {
    assertThat(before(page, BoxesOfForms.LETTER)).isEqualTo("\u2612");
    assertThat(before(page, BoxesOfForms.SIGN)).isEqualTo("\u2611");
  }

  @Test
  void whatIsNeitherIsSaidToBeUnclear() {
    assertThat(before(page, BoxesOfForms.DOT)).isEqualTo("[?]");
    assertThat(page.flags()).containsExactly("unclear_box");
  }

  @Test
  void aTickThatWasPaintedOverIsNone() {
    assertThat(before(page, BoxesOfForms.WHITED)).isEqualTo("\u2610");
  }

  @Test
  void theBoxIsWhereItWasDrawn() {
    assertThat(page.word("\u2610").x()).isBetween(71 / 612.0, 73 / 612.0);
  }

  /** One cell for each letter of a number, a chart's squares, a bullet. */
  @Test
  void otherSquaresAreNoBoxesToTick() {
    byte[] pdf =
        Pdfs.letter(
            (doc, out) -> {
              Pdfs.prose(500).write(doc, out);
              Pdfs.text(out, 72, 700, 10, "Member id");
              for (int i = 0; i < 9; i++) {
                out.addRect(130 + 14 * i, 697, 14, 14);
                out.stroke();
                Pdfs.text(out, 133 + 14 * i, 700, 10, Integer.toString(i));
              }
              Pdfs.text(out, 90, 660, 10, "An item of a list");
              out.addRect(76, 661, 6, 6);
              out.fill();
              out.addRect(300, 600, 9, 9);
              out.stroke();
            });

    assertThat(Loop.page(pdf, 1).string("text"))
        .doesNotContain("\u2610", "\u2611", "\u2612", "[?]");
  }

  @Test
  void buttonsOfAFormSayTheirState() throws IOException {
    Frame form = Loop.page(FormButtons.form(), 1);

    assertThat(before(form, "Buy and bill")).isEqualTo("\u2611");
    assertThat(before(form, "Specialty pharmacy")).isEqualTo("\u2610");
    assertThat(before(form, "Home infusion")).isEqualTo("[?]");
    assertThat(before(form, "Continuation")).isEqualTo("\u2611");
    assertThat(before(form, "New start")).isEqualTo("\u2610");
    assertThat(form.flags()).containsExactly("unclear_box");
  }

  @Test
  void aPageOfManySquaresIsADrawing() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDPage paper = new PDPage(PDRectangle.LETTER);
      pdf.addPage(paper);
      try (PDPageContentStream out = new PDPageContentStream(pdf, paper)) {
        Pdfs.prose(760).write(pdf, out);
        for (int i = 0; i < 6_000; i++) {
          out.addRect(72 + i % 60 * 8, 40 + i / 60 * 6, 6, 6);
          out.stroke();
        }
      }
      long start = System.nanoTime();
      assertThat(Loop.page(Pdfs.bytes(pdf), 1).string("text")).doesNotContain("\u2610");
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    }
  }
}
