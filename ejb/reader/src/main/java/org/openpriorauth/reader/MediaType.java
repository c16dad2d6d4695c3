package org.openpriorauth.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.image.PictureDocument;
import org.openpriorauth.reader.image.TextDocument;
import org.openpriorauth.reader.ocr.Recognition;
import org.openpriorauth.reader.pdf.PdfDocument;

/** What a document is, by its first bytes alone: names and declared types lie. */
enum MediaType {
  PDF,
  PICTURE,
  TEXT,
  KNOWN_BUT_NOT_READ;

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
    if (isKnownButNotRead(content)) {
      return KNOWN_BUT_NOT_READ;
    }
    for (int at = 0; at < Math.min(content.length, PDF_HEADER_WITHIN); at++) {
      if (has(content, at, "%PDF-")) {
        return PDF;
      }
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
      case TEXT -> TextDocument.open(content, limits);
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

  /** HEIC and AVIF, Office and other zips, old Office, RTF, GIF, BMP, WebP. */
  private static boolean isKnownButNotRead(byte[] content) {
    return has(content, 4, "ftyp")
        || has(content, 0, "PK\u0003\u0004")
        || has(content, 0, "\u00d0\u00cf\u0011\u00e0")
        || has(content, 0, "{\\rtf")
        || has(content, 0, "GIF8")
        || has(content, 0, "BM") && !isText(content)
        || has(content, 0, "RIFF") && has(content, 8, "WEBP");
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
