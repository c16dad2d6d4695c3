package org.openpriorauth.checks.pdfbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.openpriorauth.checks.CheckReport;
import org.openpriorauth.checks.CheckReportWriter;
import org.openpriorauth.wire.pdf.Flow;
import org.openpriorauth.wire.pdf.Ink;
import org.openpriorauth.wire.pdf.Look;
import org.openpriorauth.wire.pdf.Run;
import org.openpriorauth.wire.pdf.Sheet;

/** Reports by PDFBox. */
@ApplicationScoped
public class PdfCheckReportWriter implements CheckReportWriter {
  private static final float HEAD_BASELINE = 46;

  @Override
  public byte[] write(CheckReport report) {
    try (PDDocument document = new PDDocument()) {
      Look look = new Look(document);
      Flow flow = new Flow();
      new ReportPart(report, look, flow).layOut();
      // Nothing in a report leads anywhere.
      Ink ink = new Ink(document, target -> null);
      int total = flow.sheets().size();
      for (int i = 0; i < total; i++) {
        Sheet sheet = flow.sheets().get(i);
        head(sheet, look, report.clinic(), "page " + (i + 1) + " of " + total);
        PDPage page = new PDPage(new PDRectangle(Look.PAGE_WIDTH, Look.PAGE_HEIGHT));
        document.addPage(page);
        ink.draw(sheet, page);
      }
      describe(document, report);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A report could not be written.", e);
    }
  }

  private static void head(Sheet sheet, Look look, String clinic, String page) {
    sheet.words(Look.LEFT, HEAD_BASELINE, new Run(clinic, look.stamp));
    sheet.wordsRight(Look.RIGHT, HEAD_BASELINE, new Run(page, look.stamp));
    sheet.rule(Look.LEFT, HEAD_BASELINE + 8, Look.WIDTH, Look.HAIRLINE);
  }

  private static void describe(PDDocument document, CheckReport report) {
    PDDocumentInformation info = new PDDocumentInformation();
    info.setTitle(ReportPart.title(report));
    info.setAuthor(report.clinic());
    info.setCreationDate(GregorianCalendar.from(report.at()));
    document.setDocumentInformation(info);
    document.getDocumentCatalog().setLanguage("en-US");
  }
}
