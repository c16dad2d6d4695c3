package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The program that verifies an export of the audit trail with nothing but Java. */
final class Verifier {
  private Verifier() {}

  /**
   * @param exit 0 if the export is whole, 1 if not
   */
  record Verdict(int exit, String said) {}

  static Verdict of(String export) {
    try {
      Path file = Files.createTempFile("audit", ".jsonl");
      Path said = Files.createTempFile("verdict", ".txt");
      try {
        Files.writeString(file, export);
        Process java =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    System.getProperty("openpriorauth.verifier"),
                    file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Verdict(java.exitValue(), Files.readString(said));
      } finally {
        Files.delete(file);
        Files.delete(said);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
