package org.openpriorauth.reader.document;

import java.util.Locale;

/** Why a job was given up. The lower-case name is what the protocol says. */
public enum FailureCode {
  /** No bytes. */
  EMPTY("The document has no content."),
  /** The first bytes belong to no document format; a name is never looked at. */
  NOT_A_DOCUMENT("The content is not a document of a known kind."),
  /** A password is needed to open it. */
  ENCRYPTED("The document is locked with a password; an unlocked copy is needed."),
  /** A known format, but cut off or broken beyond reading. */
  DAMAGED("The document is damaged or incomplete."),
  /** More bytes than {@code max_bytes}, or it unfolds to more than memory holds. */
  TOO_LARGE("The document is larger than the limit."),
  /** More pages than {@code max_pages}. */
  TOO_MANY_PAGES("The document has more pages than the limit."),
  /** The page cannot be drawn within {@code max_pixels} at a readable resolution. */
  PAGE_TOO_BIG("The page is too big to be drawn."),
  /** Render was asked for a page that the document does not have. */
  NO_SUCH_PAGE("The document has no such page."),
  /** A known format that this reader does not read. */
  UNSUPPORTED("Documents of this kind are not read yet."),
  /** A photo as iPhones keep it, HEIC or HEIF, for which Java has no decoder. */
  HEIC("The photo is in HEIC, which is not read; a JPEG of it is."),
  /** Office files of before 2007, a .doc among them. */
  OLD_OFFICE("The document is in the format of an old Office; a PDF or DOCX of it is read."),
  /** The reader itself saw that time was up. */
  TIMED_OUT("Reading took longer than the limit."),
  /** Anything else: a defect, or a machine that cannot run OCR. */
  INTERNAL("The document could not be read because of an internal error.");

  private final String sentence;

  FailureCode(String sentence) {
    this.sentence = sentence;
  }

  /** A plain sentence for people, free of document content. */
  public String sentence() {
    return sentence;
  }

  /** The code as the protocol spells it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
