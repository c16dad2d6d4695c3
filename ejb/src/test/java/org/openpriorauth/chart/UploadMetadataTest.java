package org.openpriorauth.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

class UploadMetadataTest {
  @Test
  void theNameIsFoundAmongOtherWords() {
    assertThat(
            new UploadMetadata("kind bm90ZQ==, filename TcO8bGxlci50eHQ=,confidential").fileName())
        .isEqualTo("Müller.txt");
    assertThat(new UploadMetadata("filename").fileName()).isEmpty();
    assertThat(new UploadMetadata("").fileName()).isNull();
    assertThat(new UploadMetadata("kind bm90ZQ==").fileName()).isNull();
  }

  @Test
  void whatIsNoListOfWordsIsRefused() {
    for (String word :
        new String[] {
          "filename ***",
          "filename QQ==,filename QQ==",
          ",",
          "filename QQ==,",
          "a\r\nb QQ==",
          "é QQ==",
          "a " + "QUFB".repeat(1024) + " "
        }) {
      assertThatThrownBy(() -> new UploadMetadata(word))
          .as(word)
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.code()).isEqualTo(ErrorCode.UPLOAD_MALFORMED));
    }
  }
}
