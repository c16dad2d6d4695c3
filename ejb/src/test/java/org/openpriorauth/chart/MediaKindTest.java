package org.openpriorauth.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.Problem;

class MediaKindTest {
  @Test
  void theFirstBytesDecide() {
    assertThat(of("%PDF-1.7\n")).isEqualTo("application/pdf");
    assertThat(of("\u0000junk before\n%PDF-1.4")).isEqualTo("application/pdf");
    assertThat(of("II*\u0000")).isEqualTo("image/tiff");
    assertThat(of("MM\u0000*")).isEqualTo("image/tiff");
    assertThat(of("\u00ff\u00d8\u00ff\u00e0")).isEqualTo("image/jpeg");
    assertThat(of("\u0089PNG\r\n\u001a\n")).isEqualTo("image/png");
    assertThat(of("{\\rtf1\\ansi")).isEqualTo("application/rtf");
    assertThat(of("PK\u0003\u0004...[Content_Types].xml...")).endsWith("wordprocessingml.document");
    assertThat(
            of("\u00ef\u00bb\u00bf<?xml version='1.0'?><ClinicalDocument xmlns='urn:hl7-org:v3'>"))
        .isEqualTo("application/xml");
    assertThat(of("\u00ff\u00fe<\0n\0:\0" + spread("ClinicalDocument ")))
        .isEqualTo("application/xml");
    assertThat(of("Chief complaint:\tback pain\r\n")).isEqualTo("text/plain");
  }

  @Test
  void whatIsNoDocumentIsNone() {
    assertThat(of("PK\u0003\u0004")).isEqualTo("none");
    assertThat(of("\u007fELF\u0002\u0001")).isEqualTo("none");
  }

  @Test
  void whoSendsWhatIsNotReadLearnsWhatToDo() {
    assertThat(refusal("\0\0\0\u0018ftypheic\0\0")).contains("HEIC").contains("JPEG");
    assertThat(refusal("\u00d0\u00cf\u0011\u00e0 WordDocument")).contains("before 2007");
    assertThat(refusal("\u00d0\u00cf\u0011\u00e0 " + spread("EncryptedPackage")))
        .contains("password");
    assertThat(refusal("PK\u0003\u0004photos/1.jpg")).contains("no PDF, TIFF");
  }

  @Test
  void theBeginningOfAnOfficeFileMayGoOn() {
    MediaKind.mayBecome(bytes("PK\u0003\u0004word/media/image1.png"));

    assertThatThrownBy(() -> MediaKind.mayBecome(bytes("\u007fELF\u0002\u0001")))
        .isInstanceOf(Problem.class);
  }

  private static String refusal(String content) {
    return ((Problem) catchThrowable(() -> MediaKind.known(bytes(content)))).getMessage();
  }

  /** In two bytes a letter. */
  private static String spread(String text) {
    return text.replaceAll("(.)", "$1\0");
  }

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String of(String bytes) {
    return MediaKind.of(bytes(bytes)).orElse("none");
  }
}
