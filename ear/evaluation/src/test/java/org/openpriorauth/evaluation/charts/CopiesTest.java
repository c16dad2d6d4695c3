package org.openpriorauth.evaluation.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** One of each way to arrive; all of them would take minutes. */
class CopiesTest {

  @Test
  void theSameBytesTwice() throws IOException {
    Chart chart = chart("labgrid-hep");
    byte[] first = CopyRoom.copy(chart, 0, PrintShop.print(chart)).content();
    assertThat(CopyRoom.copy(chart, 0, PrintShop.print(chart)).content()).isEqualTo(first);
  }

  @Test
  void standardFaxIsHalfAsHighAsFine() throws IOException {
    assertThat(height(copy("band-wrong-page"))).isBetween(1050, 1100);
    assertThat(height(copy("labgrid-hep"))).isBetween(2130, 2180);
  }

  private static int height(Copy fax) throws IOException {
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(fax.content()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      ImageReader reader = readers.next();
      reader.setInput(in);
      return reader.getHeight(0);
    }
  }

  @Test
  void mixedFilesHaveTextOnPrintedPagesOnly() throws IOException {
    try (PDDocument mixed = Loader.loadPDF(copy("band-chf-echo").content())) {
      assertThat(text(mixed, 1)).contains("Shortness of breath");
      assertThat(text(mixed, 2)).isBlank();
    }
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document);
  }

  @Test
  void goldSaysWhatTheHarnessTakes() throws IOException {
    Chart chart = chart("labgrid-misfiled");
    Print print = PrintShop.print(chart);
    JsonNode gold = new ObjectMapper().readTree(Gold.of(chart, copy(chart.name()), print));
    assertThat(gold.get("quarantined_pages").toString()).isEqualTo("[2]");
    assertThat(gold.get("conflicts").toString()).isEqualTo("[\"patient.birth_date\"]");
    assertThat(gold.get("split").asText()).isEqualTo("tune");
    assertThat(gold.get("source_kind").asText()).isEqualTo("scan");
    assertThat(gold.get("fields").toString()).doesNotContain("DEVERAUX, SIMON");
  }

  private static Copy copy(String name) throws IOException {
    Chart chart = chart(name);
    return CopyRoom.copy(chart, 0, PrintShop.print(chart));
  }

  private static Chart chart(String name) {
    return ChartBook.all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }
}
