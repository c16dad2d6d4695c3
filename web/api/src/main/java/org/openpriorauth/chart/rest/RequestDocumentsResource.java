package org.openpriorauth.chart.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.chart.UploadRoom;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.door.rest.LimitedStream;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.Limit;

/** Documents of a request: taken in, and followed while they are read. */
@RequestScoped
@Path("/api/v1/prior-authorizations/{request}/documents")
@Produces(MediaType.APPLICATION_JSON)
public class RequestDocumentsResource {
  /** All files of one upload together, with what multipart adds. */
  private static final long MOST_BYTES = 60L * 1024 * 1024;

  @Inject DocumentService service;
  @Inject Documents documents;
  @Inject UploadRoom room;
  @Inject CurrentCaller caller;
  @Inject HttpServletRequest request;

  public record DocumentsJson(List<DocumentView> items) {}

  /** Answers 202: the documents are stored, and being read. */
  @Limited(Limit.UPLOAD)
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(@PathParam("request") UUID id) throws IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      throw tooMuch();
    }
    documents.mayUpload(caller.get(), id);
    List<DocumentView> stored =
        room.within(request.getContentLengthLong(), MOST_BYTES, () -> stored(id));
    return Response.accepted(new DocumentsJson(stored)).build();
  }

  private List<DocumentView> stored(UUID id) throws IOException {
    InputStream body =
        new LimitedStream(request.getInputStream(), MOST_BYTES, RequestDocumentsResource::tooMuch);
    return Upload.read(request.getContentType(), body).stream()
        .map(f -> service.upload(caller.get(), id, f.name(), f.content()))
        .toList();
  }

  private static Problem tooMuch() {
    return Problem.of(ErrorCode.DOCUMENT_TOO_LARGE, "One upload may have at most 60 MiB.");
  }

  @GET
  public DocumentsJson list(@PathParam("request") UUID id) {
    return new DocumentsJson(documents.ofRequest(caller.get(), id));
  }
}
