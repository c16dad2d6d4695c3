package org.openpriorauth.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are what they claim to be, and the same each time. */
class SampleCasesTest {
  private static final Map<String, Integer> PDF_PAGES =
      Map.of(
          "progress-note.pdf", 3,
          "pt-discharge.pdf", 2,
          "radiograph-report.pdf", 1,
          "therapy-evaluation.pdf", 2,
          "operative-note.pdf", 2,
          "plan-of-care.pdf", 2,
          "gi-consult.pdf", 4,
          "lab-report.pdf", 3,
          "colonoscopy-report.pdf", 1,
          "order.pdf", 1);
  private static final Map<String, Integer> FAX_PAGES =
      Map.of(
          "lumbar-mri/order.tiff", 1,
          "therapy-visits/order.tiff", 2,
          "infliximab/medication-history.tiff", 2,
          "traps/misfiled-page.tiff", 3);
  private static final List<String> SCANS =
      List.of("pt-discharge.pdf", "operative-note.pdf", "lab-report.pdf");

  static List<SampleDocument> everything() {
    List<SampleDocument> documents = new ArrayList<>(SampleCases.traps());
    SampleCases.all().forEach(c -> documents.addAll(c.documents()));
    return documents;
  }

  @Test
  void threeCasesWithTheirFacts() {
    assertThat(SampleCases.all())
        .extracting(SampleCase::name)
        .containsExactly("lumbar-mri", "therapy-visits", "infliximab");
    assertThat(SampleCases.all())
        .allSatisfy(
            c ->
                assertThat(c.facts())
                    .containsKeys(
                        "patient.name",
                        "patient.birth_date",
                        "coverage.member_id",
                        "service.code",
                        "service.units",
                        "diagnosis.code",
                        "provider.ordering.npi",
                        "request.priority"));
    assertThat(everything()).hasSize(18);
  }

  @Test
  void theSameBytesEachTime() {
    for (SampleCase sample : SampleCases.all()) {
      same(sample.documents(), SampleCases.make(sample.name()).documents());
    }
    same(SampleCases.traps(), SampleCases.makeTraps());
  }

  private static void same(List<SampleDocument> first, List<SampleDocument> second) {
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).content())
          .as(first.get(i).fileName())
          .isEqualTo(first.get(i).content());
    }
  }

  @Test
  void pdfsHaveTheirPagesAndScansHaveNoText() throws IOException {
    for (SampleDocument sample : everything()) {
      if (!sample.mediaType().equals("application/pdf")) {
        continue;
      }
      try (PDDocument pdf = Loader.loadPDF(sample.content())) {
        assertThat(pdf.getNumberOfPages())
            .as(sample.fileName())
            .isEqualTo(PDF_PAGES.getOrDefault(sample.fileName(), 1));
        String text = new PDFTextStripper().getText(pdf).strip();
        assertThat(text.isEmpty()).as(sample.fileName()).isEqualTo(isScan(sample));
      }
    }
  }

  private static boolean isScan(SampleDocument sample) {
    return SCANS.contains(sample.fileName());
  }

  @Test
  void faxesAreGroupFourInFineResolution() throws IOException {
    for (SampleDocument sample : everything()) {
      if (!sample.mediaType().equals("image/tiff")) {
        continue;
      }
      ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
      reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(sample.content())));
      int pages = reader.getNumImages(true);
      assertThat(pages)
          .isEqualTo(FAX_PAGES.get(SampleCases.folder(sample) + "/" + sample.fileName()));
      for (int i = 0; i < pages; i++) {
        TIFFDirectory page = TIFFDirectory.createFromMetadata(reader.getImageMetadata(i));
        assertThat(number(page, BaselineTIFFTagSet.TAG_COMPRESSION)).isEqualTo(4);
        assertThat(reader.getRawImageType(i).getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(number(page, BaselineTIFFTagSet.TAG_X_RESOLUTION)).isEqualTo(204);
        assertThat(number(page, BaselineTIFFTagSet.TAG_Y_RESOLUTION)).isEqualTo(196);
        assertThat(number(page, BaselineTIFFTagSet.TAG_ROWS_PER_STRIP))
            .isEqualTo(reader.getHeight(i));
      }
    }
  }

  private static int number(TIFFDirectory page, int tag) {
    return page.getTIFFField(tag).getAsInt(0);
  }

  @Test
  void cardsArePictures() throws IOException {
    for (SampleDocument sample : everything()) {
      if (sample.mediaType().equals("image/png")) {
        assertThat(ImageIO.read(new ByteArrayInputStream(sample.content())).getWidth())
            .isGreaterThan(1000);
      }
    }
  }

  @Test
  void everythingCanBeWrittenToADirectory(@TempDir Path directory) throws IOException {
    SampleCases.main(new String[] {directory.toString()});
    try (var files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(36);
    }
  }
}
