package org.openpriorauth.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.image.PictureDocument;
import org.openpriorauth.reader.ocr.Recognition;
import org.openpriorauth.reader.office.Cda;
import org.openpriorauth.reader.office.Docx;
import org.openpriorauth.reader.office.Rtf;
import org.openpriorauth.reader.pdf.PdfDocument;
import org.openpriorauth.reader.typed.PlainText;

/** What a document is, by its first bytes alone: names and declared types lie. */
enum MediaType {
  PDF,
  PICTURE,
  TEXT,
  RTF,
  CDA,
  /** Any file of today's Office; which one its parts tell. */
  OFFICE,
  LOCKED_OFFICE,
  OLD_OFFICE,
  HEIC,
  KNOWN_BUT_NOT_READ;

  /** What Office wrote before 2007, and what it still puts around a document with a password. */
  private static final String OLE = "\u00d0\u00cf\u0011\u00e0";

  /** The name of the stream that holds such a document. */
  private static final String LOCKED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  /** A PDF may have this much before its header; viewers allow it and senders do it. */
  private static final int PDF_HEADER_WITHIN = 1024;

  /**
   * Looks at the first bytes.
   *
   * @throws Failure EMPTY or NOT_A_DOCUMENT
   */
  static MediaType of(byte[] content) throws Failure {
    if (content.length == 0) {
      throw new Failure(FailureCode.EMPTY);
    }
    if (isPicture(content)) {
      return PICTURE;
    }
    MediaType other = other(content);
    if (other != null) {
      return other;
    }
    for (int at = 0; at < Math.min(content.length, PDF_HEADER_WITHIN); at++) {
      if (has(content, at, "%PDF-")) {
        return PDF;
      }
    }
    if (Cda.is(content)) {
      return CDA;
    }
    if (isText(content)) {
      return TEXT;
    }
    throw new Failure(FailureCode.NOT_A_DOCUMENT);
  }

  /**
   * Opens a document of this kind.
   *
   * @throws Failure if it is damaged, locked, beyond the limits or not read
   */
  Document open(byte[] content, Limits limits, Recognition recognition) throws Failure {
    return switch (this) {
      case PDF -> PdfDocument.open(content, limits, recognition);
      case PICTURE -> PictureDocument.open(content, limits, recognition);
      case TEXT -> PlainText.open(content, limits);
      case RTF -> Rtf.open(content, limits);
      case CDA -> Cda.open(content, limits);
      case OFFICE -> Docx.open(content, limits);
      case LOCKED_OFFICE -> throw new Failure(FailureCode.ENCRYPTED);
      case OLD_OFFICE -> throw new Failure(FailureCode.OLD_OFFICE);
      case HEIC -> throw new Failure(FailureCode.HEIC);
      case KNOWN_BUT_NOT_READ -> throw new Failure(FailureCode.UNSUPPORTED);
    };
  }

  private static boolean isPicture(byte[] content) {
    return has(content, 0, "II*\0")
        || has(content, 0, "MM\0*")
        || has(content, 0, "\u00ff\u00d8\u00ff")
        || has(content, 0, "\u0089PNG\r\n\u001a\n")
        || has(content, 4, "jP  \r\n");
  }

  /** Null if the first bytes are none of these. */
  private static MediaType other(byte[] content) {
    if (has(content, 0, "{\\rtf")) {
      return RTF;
    }
    if (has(content, 0, "PK\u0003\u0004")) {
      return OFFICE;
    }
    if (has(content, 0, OLE)) {
      return holds(content, LOCKED) ? LOCKED_OFFICE : OLD_OFFICE;
    }
    if (has(content, 4, "ftyp")) {
      String brand = new String(content, 8, Math.min(4, content.length - 8), ISO_8859_1);
      return HEIC_BRANDS.contains(brand) ? HEIC : KNOWN_BUT_NOT_READ;
    }
    boolean picture =
        has(content, 0, "GIF8")
            || has(content, 0, "BM") && !isText(content)
            || has(content, 0, "RIFF") && has(content, 8, "WEBP");
    return picture ? KNOWN_BUT_NOT_READ : null;
  }

  private static boolean holds(byte[] content, String mark) {
    for (int at = 0; at <= content.length - mark.length(); at++) {
      if (content[at] == mark.charAt(0) && has(content, at, mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(byte[] content, int at, String magic) {
    if (content.length < at + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((content[at + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] content) {
    for (byte b : content) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
