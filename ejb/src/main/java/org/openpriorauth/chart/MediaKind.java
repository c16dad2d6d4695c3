package org.openpriorauth.chart;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** What a file is by its first bytes; its name and the sender's word for it do not count. */
enum MediaKind {
  PDF("application/pdf", "255044462d"),
  TIFF_LITTLE("image/tiff", "49492a00"),
  TIFF_BIG("image/tiff", "4d4d002a"),
  JPEG("image/jpeg", "ffd8ff"),
  PNG("image/png", "89504e470d0a1a0a"),
  RTF("application/rtf", "7b5c727466"),
  /**
   * Which of Office's files it is the reader finds out: only its parts tell, and they are packed.
   */
  OFFICE("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304"),
  /** Never kept: of these people are told what to do. */
  OLD_OFFICE("application/x-ole-storage", "d0cf11e0");

  /**
   * Bytes that decide. PDF readers accept a signature that comes a little later (ISO 32000-1, Annex
   * H).
   */
  static final int DECIDES = 1024;

  private static final String CDA = "application/xml";

  /** A record's program may put licences and style sheets before its first element. */
  private static final int CDA_WITHIN = 16_384;

  private static final Pattern CDA_ROOT =
      Pattern.compile("<(?:[A-Za-z][\\w.-]{0,30}:)?ClinicalDocument[\\s>]");

  /** The part that every file of today's Office has; its name is not packed. */
  private static final byte[] OFFICE_PART =
      "[Content_Types].xml".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] LOCKED_PART = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private static final Set<String> HEIC =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  private final String mediaType;
  private final byte[] signature;

  MediaKind(String mediaType, String signature) {
    this.mediaType = mediaType;
    this.signature = HexFormat.of().parseHex(signature);
  }

  /**
   * @param content all of it
   * @throws Problem DOCUMENT_KIND
   */
  static String known(byte[] content) {
    return of(content).orElseThrow(() -> refused(content));
  }

  /**
   * Looks at the beginning of what is still coming.
   *
   * @param head at least {@link #DECIDES} bytes
   * @throws Problem DOCUMENT_KIND if nothing that follows can make it a document
   */
  static void mayBecome(byte[] head) {
    if (!OFFICE.begins(head)) {
      known(head);
    }
  }

  static Optional<String> of(byte[] content) {
    for (MediaKind kind : values()) {
      if (kind.begins(content)) {
        boolean kept = kind == OFFICE ? holds(content, OFFICE_PART) : kind != OLD_OFFICE;
        return kept ? Optional.of(kind.mediaType) : Optional.empty();
      }
    }
    byte[] head = Arrays.copyOf(content, Math.min(content.length, DECIDES));
    if (latin(head).contains("%PDF-")) {
      return Optional.of(PDF.mediaType);
    }
    if (isClinicalDocument(content)) {
      return Optional.of(CDA);
    }
    return plainText(head) ? Optional.of("text/plain") : Optional.empty();
  }

  /** With the way out for those that people have. */
  private static Problem refused(byte[] content) {
    ReadingFailure why = ReadingFailure.NOT_A_DOCUMENT;
    if (OLD_OFFICE.begins(content)) {
      why = holds(content, LOCKED_PART) ? ReadingFailure.ENCRYPTED : ReadingFailure.OLD_OFFICE;
    } else if (isHeic(content)) {
      why = ReadingFailure.HEIC;
    }
    return Problem.of(ErrorCode.DOCUMENT_KIND, ReadingFailure.explained(why.word()).detail());
  }

  private static boolean isHeic(byte[] content) {
    String head = latin(Arrays.copyOf(content, Math.min(content.length, 12)));
    return head.length() == 12 && head.startsWith("ftyp", 4) && HEIC.contains(head.substring(8));
  }

  private static boolean isClinicalDocument(byte[] content) {
    byte[] head = Arrays.copyOf(content, Math.min(content.length, CDA_WITHIN));
    boolean marked = head.length > 2 && (head[0] & head[1] & 0xfe) == 0xfe;
    Charset written = marked ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    String text = new String(head, written).replace("\u00ef\u00bb\u00bf", "").stripLeading();
    return text.startsWith("<") && CDA_ROOT.matcher(text).find();
  }

  private boolean begins(byte[] content) {
    return content.length >= signature.length
        && Arrays.equals(signature, Arrays.copyOf(content, signature.length));
  }

  private static boolean holds(byte[] content, byte[] part) {
    for (int at = 0; at <= content.length - part.length; at++) {
      if (content[at] == part[0]
          && Arrays.equals(content, at, at + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
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
