package org.openpriorauth.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An answer names the version of the words that made it: words that change get a new version and a
 * new file, and the old file stays.
 */
class PromptFilesTest {
  private static final Map<String, String> KNOWN =
      Map.of(
          "frame-1.txt", "79f116f67373a742",
          "passages-1.txt", "c89365173f091554",
          "passages-1.schema.json", "803c49fa7f5753e2",
          "trial-1.txt", "2340b72f45224f72",
          "trial-1.schema.json", "1728ed7d32b49168");

  @ParameterizedTest
  @CsvSource({
    "frame-1.txt",
    "passages-1.txt",
    "passages-1.schema.json",
    "trial-1.txt",
    "trial-1.schema.json"
  })
  void aFileWithAVersionNeverChanges(String file) throws IOException, GeneralSecurityException {
    try (InputStream in = Purpose.class.getResourceAsStream(file)) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      assertThat(HexFormat.of().formatHex(hash, 0, 8)).isEqualTo(KNOWN.get(file));
    }
  }
}
