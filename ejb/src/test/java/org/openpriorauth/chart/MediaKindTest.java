package org.openpriorauth.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MediaKindTest {
  @Test
  void theFirstBytesDecide() {
    assertThat(of("%PDF-1.7\n")).isEqualTo("application/pdf");
    assertThat(of("\u0000junk before\n%PDF-1.4")).isEqualTo("application/pdf");
    assertThat(of("II*\u0000")).isEqualTo("image/tiff");
    assertThat(of("MM\u0000*")).isEqualTo("image/tiff");
    assertThat(of("\u00ff\u00d8\u00ff\u00e0")).isEqualTo("image/jpeg");
    assertThat(of("\u0089PNG\r\n\u001a\n")).isEqualTo("image/png");
    assertThat(of("Chief complaint:\tback pain\r\n")).isEqualTo("text/plain");
  }

  @Test
  void whatIsNoDocumentIsNone() {
    assertThat(of("PK\u0003\u0004")).isEqualTo("none");
    assertThat(of("\u007fELF\u0002\u0001")).isEqualTo("none");
  }

  private static String of(String bytes) {
    return MediaKind.of(bytes.getBytes(StandardCharsets.ISO_8859_1)).orElse("none");
  }
}
