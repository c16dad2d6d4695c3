package org.openpriorauth.extraction.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.openpriorauth.chart.UploadRoom;
import org.openpriorauth.chart.rest.Upload;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.door.rest.LimitedStream;
import org.openpriorauth.extraction.ReadingService;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.Limit;

/** A document in, what was read out, nothing kept. */
@RequestScoped
@Path("/api/v1/documents/read")
@Produces(MediaType.APPLICATION_JSON)
public class ReadingResource {
  /** One document, with what multipart adds. */
  private static final long MOST_BYTES = 26L * 1024 * 1024;

  @Inject ReadingService service;
  @Inject UploadRoom room;
  @Inject CurrentCaller caller;
  @Inject HttpServletRequest request;

  /** One file; reading takes a second a scanned page, and the answer waits for it. */
  @Limited(Limit.UPLOAD)
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public ExtractionJson read() throws IOException {
    long announced = request.getContentLengthLong();
    if (announced > MOST_BYTES) {
      throw tooMuch();
    }
    return ExtractionJson.of(
        room.within(announced, MOST_BYTES, () -> service.read(caller.get(), file())));
  }

  private byte[] file() throws IOException {
    InputStream body =
        new LimitedStream(request.getInputStream(), MOST_BYTES, ReadingResource::tooMuch);
    List<Upload.UploadedFile> files = Upload.read(request.getContentType(), body);
    if (files.size() != 1) {
      throw Problem.of(ErrorCode.UPLOAD_MALFORMED, "One document is read at a time.");
    }
    return files.get(0).content();
  }

  private static Problem tooMuch() {
    return Problem.of(ErrorCode.DOCUMENT_TOO_LARGE, "A document may have at most 25 MiB.");
  }
}
