package org.openpriorauth.reader.pdf;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.openpriorauth.reader.document.Deadline;
import org.openpriorauth.reader.document.Document;
import org.openpriorauth.reader.document.Drawing;
import org.openpriorauth.reader.document.Ending;
import org.openpriorauth.reader.document.Failure;
import org.openpriorauth.reader.document.FailureCode;
import org.openpriorauth.reader.document.Limits;
import org.openpriorauth.reader.ocr.Recognition;
import org.openpriorauth.reader.page.Page;
import org.openpriorauth.reader.page.PageSize;
import org.openpriorauth.reader.page.Rotation;

/**
 * A PDF. Opened leniently, as viewers do; whatever PDFBox throws at a hostile file, checked or not,
 * ends as a {@link Failure}.
 */
public final class PdfDocument implements Document {
  /** What PDFBox may keep aside while it parses; in memory, because the disk is forbidden. */
  private static final long PARSER_BYTES = 128L << 20;

  private final PDDocument pdf;
  private final int pages;
  private final Set<String> flags;
  private final PdfPages reader;

  private PdfDocument(PDDocument pdf, int pages, PdfPages reader) {
    this.pdf = pdf;
    this.pages = pages;
    this.reader = reader;
    this.flags = new LinkedHashSet<>();
    if (pdf.isEncrypted()) {
      flags.add("owner_restricted");
    }
    if (ActiveContent.isIn(pdf)) {
      flags.add("active_content");
    }
  }

  /**
   * Opens a document.
   *
   * @throws Failure ENCRYPTED, DAMAGED, TOO_LARGE or TOO_MANY_PAGES
   */
  public static PdfDocument open(byte[] content, Limits limits, Recognition recognition)
      throws Failure {
    PDDocument pdf = load(content);
    try {
      int pages = pdf.getNumberOfPages();
      if (pages > limits.maxPages()) {
        throw new Failure(FailureCode.TOO_MANY_PAGES);
      }
      if (pages < 1) {
        throw new Failure(FailureCode.DAMAGED);
      }
      pdf.getPage(0).getCropBox();
      // A form may leave the drawing of its values to the viewer; asking for it makes PDFBox do so.
      PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
      PdfPages reader = new PdfPages(pdf, limits.maxPixels(), recognition);
      PdfDocument document = new PdfDocument(pdf, pages, reader);
      if (!Ending.holds(content, "%%EOF")) {
        document.flags.add("incomplete");
      }
      if (form != null && form.xfaIsDynamic()) {
        document.flags.add("dynamic_form");
      }
      return document;
    } catch (Failure failure) {
      close(pdf);
      throw failure;
    } catch (RuntimeException | StackOverflowError e) {
      close(pdf);
      throw new Failure(FailureCode.DAMAGED);
    }
  }

  private static PDDocument load(byte[] content) throws Failure {
    try {
      return Loader.loadPDF(
          content,
          "",
          null,
          null,
          MemoryUsageSetting.setupMainMemoryOnly(PARSER_BYTES).streamCache);
    } catch (InvalidPasswordException e) {
      throw new Failure(FailureCode.ENCRYPTED);
    } catch (LinkageError e) {
      // Only a lock that opens by certificate asks for classes that are not aboard.
      throw new Failure(FailureCode.ENCRYPTED, "The document is locked to a certificate.");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Failure(FailureCode.DAMAGED);
    }
  }

  @Override
  public String mediaType() {
    return "application/pdf";
  }

  @Override
  public int pages() {
    return pages;
  }

  @Override
  public Set<String> flags() {
    return flags;
  }

  @Override
  public PageSize size(int index) {
    try {
      return PdfPages.size(pdf.getPage(index));
    } catch (RuntimeException | StackOverflowError e) {
      return PageSize.UNKNOWN;
    }
  }

  @Override
  public Page read(int index, Deadline deadline) throws Failure {
    return reader.read(page(index), index, deadline);
  }

  @Override
  public Drawing draw(int index, int dpi, Rotation rotation, Deadline deadline) throws Failure {
    return reader.draw(page(index), index, dpi, rotation, deadline);
  }

  private PDPage page(int index) throws Failure {
    try {
      return pdf.getPage(index);
    } catch (RuntimeException | StackOverflowError e) {
      throw new Failure(FailureCode.DAMAGED, "The page cannot be found in the document.");
    }
  }

  @Override
  public void close() {
    close(pdf);
  }

  private static void close(PDDocument pdf) {
    try {
      pdf.close();
    } catch (IOException e) {
      // Everything is in memory and goes with the object.
      System.err.println("reader: a document did not close cleanly");
    }
  }
}
