package org.openpriorauth.chart;

import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_CONTENT_GONE;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_DAMAGED;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_EMPTY;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_ENCRYPTED;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_KEPT_AWAY;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_KIND;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_PAGE_TOO_BIG;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_READER_FAILED;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_TOO_HEAVY;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_TOO_LONG;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_TOO_SLOW;
import static org.openpriorauth.kernel.ErrorCode.DOCUMENT_UNREADABLE;
import static org.openpriorauth.kernel.ErrorCode.PAGE_NOT_FOUND;

import java.util.Arrays;
import java.util.Locale;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.ProblemView;

/**
 * Why a document could not be read. The row keeps the word; people get the number and the way out.
 * The same bytes again are the same document, so a way out always asks for another file.
 */
public enum ReadingFailure {
  // What the reader finds wrong with the document, in its own words.
  EMPTY(DOCUMENT_EMPTY, "The file is empty. Save the document again and upload that copy."),
  NOT_A_DOCUMENT(
      DOCUMENT_KIND,
      "The file is no PDF, TIFF, JPEG, PNG, DOCX, RTF, C-CDA or plain text, whatever its name. Save"
          + " it as a PDF and upload that."),
  UNSUPPORTED(
      DOCUMENT_KIND,
      "This variety of the file's format is not read here. Save the document as a PDF and upload"
          + " that."),
  HEIC(
      DOCUMENT_KIND,
      "The photo is in HEIC, an iPhone's own format, which is not read here. Send it as a JPEG, or"
          + " take a screenshot of it, and upload that."),
  OLD_OFFICE(
      DOCUMENT_KIND,
      "The file is in the format of an Office from before 2007, such as .doc. Save it as a DOCX or"
          + " a PDF and upload that."),
  ENCRYPTED(
      DOCUMENT_ENCRYPTED,
      "The file is protected by a password. Save it without one and upload it again."),
  DAMAGED(
      DOCUMENT_DAMAGED,
      "The file is damaged or was cut off on its way. Get it again from where it came from, see"
          + " that it opens, and upload that copy."),
  TOO_MANY_PAGES(
      DOCUMENT_TOO_LONG,
      "The document has more than 200 pages. Split it, or leave out what the payer does not need,"
          + " and upload the parts."),
  PAGE_TOO_BIG(
      DOCUMENT_PAGE_TOO_BIG,
      "A page is too big to be drawn. Save or scan the document at an ordinary page size and upload"
          + " that."),
  TOO_LARGE(
      DOCUMENT_TOO_HEAVY,
      "Opened, the document takes more memory than there is for one. Split it, or save it with"
          + " smaller pictures, and upload that."),
  TIMED_OUT(
      DOCUMENT_TOO_SLOW,
      "Reading the document took longer than is allowed. Split it, or print it to a new PDF, and"
          + " upload that."),
  NO_SUCH_PAGE(
      PAGE_NOT_FOUND,
      "The document names a page that it does not have. Print it to a new PDF and upload that."),
  INTERNAL(DOCUMENT_READER_FAILED, ReadingFailure.READER_FAILED),

  // What went wrong on our side.
  READER_INTERNAL(DOCUMENT_READER_FAILED, ReadingFailure.READER_FAILED),
  READER_BROKE(DOCUMENT_READER_FAILED, ReadingFailure.READER_FAILED),
  READER_DOES_NOT_START(
      DOCUMENT_READER_FAILED,
      "The document reader did not start. It is not the document's fault: tell your administrator,"
          + " and upload the document again as a new PDF once it runs."),
  NOT_UNDERSTOOD(
      DOCUMENT_READER_FAILED,
      "The pages were read, but looking for their facts failed, time after time. Tell your"
          + " administrator; meanwhile print the document to a new PDF and upload that."),
  CONTENT_UNAVAILABLE(
      DOCUMENT_CONTENT_GONE,
      "The stored file could not be opened, time after time. Tell your administrator, and upload"
          + " the document again as a new PDF."),
  BROKE_THE_READER(DOCUMENT_KEPT_AWAY, ReadingFailure.KEPT_AWAY),
  BROKE_THE_SERVER(DOCUMENT_KEPT_AWAY, ReadingFailure.KEPT_AWAY);

  private static final String READER_FAILED =
      "The document reader failed on it, time after time. Print the document to a new PDF and"
          + " upload that; if it fails too, tell your administrator.";
  private static final String KEPT_AWAY =
      "The document stopped its reader more than once and is not opened again. Print it to a new"
          + " PDF, or scan it, and upload that.";
  private static final ProblemView ANY_OTHER =
      ProblemView.of(
          DOCUMENT_UNREADABLE,
          "The document could not be read. Print it to a new PDF and upload that; if it fails too,"
              + " tell your administrator.");

  private final ErrorCode code;
  private final ProblemView said;

  ReadingFailure(ErrorCode code, String detail) {
    this.code = code;
    this.said = ProblemView.of(code, detail);
  }

  /** As the row keeps it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param word as {@link #explained} takes it
   */
  public static Problem problem(String word) {
    ReadingFailure failure =
        Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst().orElse(INTERNAL);
    return Problem.of(failure.code, failure.said.detail());
  }

  /**
   * @param word as the row keeps it; another release may have written one that is not known here
   * @return null if nothing is wrong
   */
  public static ProblemView explained(String word) {
    return word == null
        ? null
        : Arrays.stream(values())
            .filter(f -> f.word().equals(word))
            .map(f -> f.said)
            .findFirst()
            .orElse(ANY_OTHER);
  }
}
