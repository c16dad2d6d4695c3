package org.openpriorauth.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.ProblemView;

class ReadingFailureIT {
  private static final String DOCUMENT = "org.openpriorauth.reader.document.";

  /** The vocabulary of the reader that the EAR carries, asked of its own program. */
  @Test
  void everyWordOfTheReaderHasItsSentence() throws Exception {
    try (URLClassLoader reader = reader()) {
      Class<?> codes = reader.loadClass(DOCUMENT + "FailureCode");
      for (Object code : codes.getEnumConstants()) {
        String word = (String) codes.getMethod("wire").invoke(code);
        assertThat(ReadingFailure.explained(word).code())
            .as(word)
            .isNotEqualTo(ErrorCode.DOCUMENT_UNREADABLE.code());
      }
    }
  }

  @Test
  void theSentenceNamesTheReadersOwnLimit() throws Exception {
    try (URLClassLoader reader = reader()) {
      Class<?> limits = reader.loadClass(DOCUMENT + "Limits");
      Object inForce = limits.getField("DEFAULT").get(null);
      assertThat(ReadingFailure.explained("too_many_pages").detail())
          .contains(" " + limits.getMethod("maxPages").invoke(inForce) + " pages");
    }
  }

  @Test
  void eachSaysWhatHappenedAndTheWayOut() {
    List<String> words = Arrays.stream(ReadingFailure.values()).map(ReadingFailure::word).toList();
    for (String word : words) {
      ProblemView said = ReadingFailure.explained(word);
      assertThat(said.detail()).as(word).contains("upload").endsWith(".");
      assertThat(said.detail().split("(?<=\\.) ")).as(word).hasSizeGreaterThan(1);
    }
  }

  @Test
  void aWordOfAnotherReleaseIsStillAProblemWithANumber() {
    assertThat(ReadingFailure.explained("eaten_by_the_dog").code()).isEqualTo("OPA-1509");
    assertThat(ReadingFailure.explained(null)).isNull();
  }

  private static URLClassLoader reader() throws IOException {
    URL jar = ReadingFailureIT.class.getResource("/children/reader.jar");
    assertThat(jar).as("the reader that the EAR carries").isNotNull();
    return new URLClassLoader(new URL[] {jar}, null);
  }
}
