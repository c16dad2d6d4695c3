package org.openpriorauth.chart;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** What a file is by its first bytes; its name and the sender's word for it do not count. */
enum MediaKind {
  PDF("application/pdf", "255044462d"),
  TIFF_LITTLE("image/tiff", "49492a00"),
  TIFF_BIG("image/tiff", "4d4d002a"),
  JPEG("image/jpeg", "ffd8ff"),
  PNG("image/png", "89504e470d0a1a0a");

  /**
   * Bytes that decide. PDF readers accept a signature that comes a little later (ISO 32000-1, Annex
   * H).
   */
  static final int DECIDES = 1024;

  private final String mediaType;
  private final byte[] signature;

  MediaKind(String mediaType, String signature) {
    this.mediaType = mediaType;
    this.signature = HexFormat.of().parseHex(signature);
  }

  /**
   * @throws Problem DOCUMENT_KIND
   */
  static String known(byte[] content) {
    return of(content)
        .orElseThrow(
            () ->
                Problem.of(
                    ErrorCode.DOCUMENT_KIND,
                    "The file is no PDF, TIFF, JPEG, PNG or plain text, whatever its name."));
  }

  static Optional<String> of(byte[] content) {
    for (MediaKind kind : values()) {
      if (Arrays.equals(
          kind.signature,
          Arrays.copyOf(content, Math.min(content.length, kind.signature.length)))) {
        return Optional.of(kind.mediaType);
      }
    }
    byte[] head = Arrays.copyOf(content, Math.min(content.length, DECIDES));
    if (new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
      return Optional.of(PDF.mediaType);
    }
    return plainText(head) ? Optional.of("text/plain") : Optional.empty();
  }

  /** Text has no control characters but tabs and line ends. */
  private static boolean plainText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    return true;
  }
}
