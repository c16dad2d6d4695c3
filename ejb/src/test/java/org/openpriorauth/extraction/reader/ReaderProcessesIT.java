package org.openpriorauth.extraction.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.Problem;

/** The port with a real child. */
class ReaderProcessesIT {
  private final ReaderProcesses reader = new ReaderProcesses();

  @BeforeEach
  void configure() {
    reader.heapMegabytes = 256;
  }

  @AfterEach
  void stop() {
    reader.stop();
  }

  private static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void aPacketMayBeLongerThanADocument() throws IOException {
    byte[] packet = pdf(204);

    assertThat(reader.renderPacket(packet, 204, 20)).startsWith(0x89, 'P', 'N', 'G');
    assertThatThrownBy(() -> reader.render(packet, 204, 0, 20)).isInstanceOf(Problem.class);
  }
}
