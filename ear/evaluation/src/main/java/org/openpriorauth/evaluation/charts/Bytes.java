package org.openpriorauth.evaluation.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Saves a PDF so that the same document has the same bytes each time. */
final class Bytes {
  private static final LocalDate MADE = LocalDate.of(2026, 10, 30);

  private Bytes() {}

  static byte[] of(PDDocument document) throws IOException {
    PDDocumentInformation information = new PDDocumentInformation();
    Calendar made = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.US);
    made.setTimeInMillis(MADE.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    information.setCreationDate(made);
    document.setDocumentInformation(information);
    document.setDocumentId(MADE.toEpochDay());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
