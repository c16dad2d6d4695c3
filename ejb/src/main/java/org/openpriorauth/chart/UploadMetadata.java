package org.openpriorauth.chart;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * What a sender says of a file, as the header {@code Upload-Metadata} of the tus protocol has it:
 * words by commas, each with a value in Base64. Only {@code filename} means something here; what
 * kind of file it is, the file itself says.
 *
 * @param word as it was sent, because it is told again
 */
public record UploadMetadata(String word) {
  private static final int LONGEST = 4096;

  /**
   * @throws Problem UPLOAD_MALFORMED
   */
  public UploadMetadata {
    if (word.length() > LONGEST || !word.matches("[\\x20-\\x7e]*")) {
      throw malformed();
    }
    values(word);
  }

  /** Null if none was given. */
  public String fileName() {
    return values(word).get("filename");
  }

  private static Map<String, String> values(String word) {
    Map<String, String> values = new HashMap<>();
    for (String pair : word.isBlank() ? new String[0] : word.split(",", -1)) {
      String[] parts = pair.strip().split(" ", 2);
      if (parts[0].isEmpty() || values.put(parts[0], value(parts)) != null) {
        throw malformed();
      }
    }
    return values;
  }

  private static String value(String[] parts) {
    try {
      byte[] bytes = Base64.getDecoder().decode(parts.length == 1 ? "" : parts[1].strip());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static Problem malformed() {
    return Problem.of(
        ErrorCode.UPLOAD_MALFORMED,
        "Upload-Metadata is a list of words, each with a value in Base64, of at most 4096"
            + " characters.");
  }
}
