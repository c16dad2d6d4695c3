package org.openpriorauth.chart.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * Reads a multipart upload from the stream into memory. The servers' own multipart support writes
 * parts to temporary files, where a patient's document would lie in the clear.
 */
public final class Upload {
  private static final int MOST_FILES = 20;

  private Upload() {}

  public record UploadedFile(String name, byte[] content) {}

  /**
   * @param contentType with its boundary
   * @throws Problem UPLOAD_MALFORMED, DOCUMENT_TOO_LARGE
   */
  public static List<UploadedFile> read(String contentType, InputStream body) {
    MimeTokenStream parts =
        new MimeTokenStream(
            MimeConfig.custom().setMaxHeaderCount(20).setMaxHeaderLen(4096).build());
    List<UploadedFile> files = new ArrayList<>();
    try {
      parts.parseHeadless(body, contentType);
      String disposition = null;
      for (EntityState state = parts.getState();
          state != EntityState.T_END_OF_STREAM;
          state = parts.next()) {
        if (state == EntityState.T_START_HEADER) {
          disposition = null;
        } else if (state == EntityState.T_FIELD
            && parts.getField().getName().equalsIgnoreCase("Content-Disposition")) {
          disposition = parts.getField().getBody();
        } else if (state == EntityState.T_BODY && disposition != null) {
          String name = fileName(disposition);
          if (name != null) {
            files.add(new UploadedFile(name, content(parts.getInputStream())));
          }
          if (files.size() > MOST_FILES) {
            throw Problem.of(ErrorCode.UPLOAD_MALFORMED, "At most 20 files go in one upload.");
          }
        }
      }
    } catch (MimeException | IOException | IllegalStateException e) {
      throw Problem.of(ErrorCode.UPLOAD_MALFORMED, "The upload broke off or is no multipart.", e);
    }
    if (files.isEmpty()) {
      throw Problem.of(ErrorCode.UPLOAD_MALFORMED, "The upload holds no file.");
    }
    return files;
  }

  private static byte[] content(InputStream part) throws IOException {
    byte[] content = part.readNBytes(DocumentService.MOST_BYTES + 1);
    if (content.length > DocumentService.MOST_BYTES) {
      throw Problem.of(ErrorCode.DOCUMENT_TOO_LARGE, "A document may have at most 25 MiB.");
    }
    return content;
  }

  private static String fileName(String disposition) throws MimeException {
    RawField field = new RawField("Content-Disposition", disposition);
    return RawFieldParser.DEFAULT.parseRawBody(field).getParams().stream()
        .filter(p -> p.getName().equalsIgnoreCase("filename"))
        .map(org.apache.james.mime4j.stream.NameValuePair::getValue)
        .findFirst()
        .orElse(null);
  }
}
