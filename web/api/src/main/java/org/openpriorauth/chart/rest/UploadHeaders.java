package org.openpriorauth.chart.rest;

import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openpriorauth.chart.UploadView;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** The protocol's headers, read and written. */
final class UploadHeaders {
  private static final Pattern COUNT = Pattern.compile("\\d{1,15}");
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private UploadHeaders() {}

  /**
   * @throws Problem UPLOAD_MALFORMED if it is no number of bytes
   */
  static long bytes(String header, String value) {
    if (value == null || !COUNT.matcher(value).matches()) {
      throw Problem.of(ErrorCode.UPLOAD_MALFORMED, header + " is wanted, as a number of bytes.");
    }
    return Long.parseLong(value);
  }

  /** Where the upload stands, until when, and what became of it. */
  static ResponseBuilder tell(ResponseBuilder answer, UploadView upload) {
    answer
        .header(UploadResource.OFFSET, upload.offset())
        .header(UploadResource.LENGTH, upload.length())
        .header("Upload-Expires", HTTP_DATE.format(upload.expiresAt()));
    if (upload.metadata() != null) {
      answer.header(UploadResource.METADATA, upload.metadata().word());
    }
    if (upload.document() != null) {
      answer.header("Document-Id", upload.document());
    }
    return answer;
  }
}
