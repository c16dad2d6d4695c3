package org.openpriorauth.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** Text pages: order, gaps, places. */
class TextPdfTest {
  private static final String[] LEFT = {
    "The first column speaks about the history", "of the patient and of the medicines that",
    "were tried before, how long each of them", "was taken, and why every one of them was",
    "stopped in the end, so that the reviewer", "can see that the usual steps were taken."
  };
  private static final String[] RIGHT = {
    "The second column tells what is asked for", "now and cites the guideline that supports",
    "the request, with the dose and the length", "of the treatment, and what would happen if",
    "it were delayed. It ends with the name and", "the number of the clinic for a call back."
  };

  @Test
  void columnsOfProseAreReadOneAfterTheOther() {
    byte[] pdf =
        Pdfs.letter(
            (doc, out) -> {
              Pdfs.lines(out, 60, 700, LEFT);
              Pdfs.lines(out, 330, 695, RIGHT);
            });

    List<Frame> frames = Loop.read(pdf);

    assertThat(frames).extracting(f -> f.string("type")).containsExactly("opened", "page", "done");
    assertThat(frames.get(0).string("media_type")).isEqualTo("application/pdf");
    assertThat(frames.get(0).flags()).isEmpty();
    Frame page = frames.get(1);
    assertThat(page.string("source")).isEqualTo("text");
    assertThat(page.string("text").lines().filter(line -> !line.isEmpty()))
        .containsExactly(
            java.util.stream.Stream.concat(List.of(LEFT).stream(), List.of(RIGHT).stream())
                .toArray(String[]::new));
    assertThat(page.json()).doesNotContainKeys("ocr", "dpi");
  }

  @Test
  void aSpaceThatDoesNotBreakALinePartsWordsToo() {
    byte[] pdf =
        Pdfs.letter(
            (doc, out) -> {
              Pdfs.lines(out, 60, 740, "Prior authorization request form of the plan, page one");
              Pdfs.text(out, 60, 700, 10, "Holloway,\u00a0Margaret\u00a0\u00a0DOB\u00a004/17/1968");
            });

    Frame page = Loop.read(pdf).get(1);

    assertThat(page.string("text")).doesNotContain("\u00a0");
    assertThat(page.words()).extracting(w -> w.text()).contains("Margaret", "DOB", "04/17/1968");
  }

  @Test
  void labelsStayAboveTheirValues() {
    byte[] pdf =
        Pdfs.letter(
            (doc, out) -> {
              Pdfs.lines(out, 60, 740, "Prior authorization request form of the plan, page one");
              Pdfs.text(out, 60, 700, 8, "Patient name");
              Pdfs.text(out, 240, 700, 8, "Date of birth");
              Pdfs.text(out, 420, 700, 8, "Member ID");
              Pdfs.text(out, 60, 686, 10, "Margaret Holloway");
              Pdfs.text(out, 240, 686, 10, "04/17/1968");
              Pdfs.text(out, 420, 686, 10, "W2239184");
            });

    Frame page = Loop.page(pdf, 1);

    assertThat(page.string("text").lines().map(line -> List.of(line.split(" {3,}"))))
        .contains(
            List.of("Patient name", "Date of birth", "Member ID"),
            List.of("Margaret Holloway", "04/17/1968", "W2239184"));
    assertThat(page.word("W2239184").x()).isCloseTo(page.word("Member").x(), within(0.002));
    assertThat(page.word("W2239184").y()).isGreaterThan(page.word("Member").y());
  }

  @Test
  void boxesLieWhereTheWordIsPrinted() {
    Frame page = Loop.page(Pdfs.letter(Pdfs.prose()), 1);

    Frame.Seen first = page.word("Riverbend");
    assertThat(first.x()).isCloseTo(72 / 612.0, within(0.003));
    assertThat(first.y()).isLessThan((792 - 700) / 792.0);
    assertThat(first.y() + first.height()).isBetween(92 / 792.0, 95 / 792.0);
    assertThat(first.confidence()).isEqualTo(100);
    assertThat(page.words().stream().map(Frame.Seen::text).collect(Collectors.joining(" ")))
        .isEqualTo(String.join(" ", Samples.LETTER).replaceAll(" +", " "));
  }

  @Test
  void aTurnedPageIsReadAsItIsShown() {
    // Shown turned by a quarter, so the writing runs up the sheet.
    byte[] pdf =
        Pdfs.of(
            PDRectangle.LETTER,
            90,
            (doc, out) -> {
              out.transform(Matrix.getRotateInstance(Math.PI / 2, 612, 0));
              Pdfs.prose(500).write(doc, out);
            });

    Frame page = Loop.page(pdf, 1);

    assertThat(page.number("rotation")).isZero();
    assertThat(page.number("width")).isEqualTo(792);
    assertThat(page.word("Riverbend").x()).isCloseTo(72 / 792.0, within(0.003));
    assertThat(page.string("text")).startsWith("Riverbend Rheumatology Associates\n");
  }

  @Test
  void writingThatRunsUpThePageTurnsIt() {
    byte[] pdf =
        Pdfs.of(
            PDRectangle.LETTER,
            0,
            (doc, out) -> {
              out.transform(Matrix.getRotateInstance(Math.PI / 2, 612, 0));
              Pdfs.prose(500).write(doc, out);
            });

    Frame page = Loop.page(pdf, 1);
    Frame image = Loop.render(pdf, ",\"dpi\":72");

    assertThat(page.number("rotation")).isEqualTo(90);
    assertThat(page.string("text")).startsWith("Riverbend Rheumatology Associates\n");
    assertThat(page.word("Riverbend").x()).isCloseTo(72 / 792.0, within(0.003));
    assertThat(image.number("rotation")).isEqualTo(90);
    assertThat(image.number("width")).isEqualTo(792);
    assertThat(image.content()).startsWith(0x89, 'P', 'N', 'G');
  }
}
