package org.openpriorauth.reader.ocr;

/** This machine cannot run OCR. A fault of the installation, never of a document. */
public final class OcrUnavailable extends RuntimeException {
  /**
   * With what an administrator should know.
   *
   * @param message a plain sentence
   */
  public OcrUnavailable(String message) {
    super(message);
  }

  /** With its cause. */
  OcrUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
