package org.openpriorauth.chart.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.openpriorauth.chart.DocumentService;
import org.openpriorauth.chart.UploadService;
import org.openpriorauth.chart.UploadView;
import org.openpriorauth.chart.Uploads;
import org.openpriorauth.door.rest.Anonymous;
import org.openpriorauth.door.rest.CurrentCaller;

/** A document on its way in by pieces: where it stands, the next piece, giving it up. */
@RequestScoped
@Resumable
@Path(UploadResource.PLACE)
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {
  static final String PLACE = "/api/v1/uploads";
  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String METADATA = "Upload-Metadata";

  @Inject UploadService service;
  @Inject Uploads uploads;
  @Inject CurrentCaller caller;
  @Inject HttpServletRequest request;

  /** What is spoken here; nothing of anybody. */
  @OPTIONS
  @Anonymous
  public Response spoken() {
    return Response.noContent()
        .header("Tus-Extension", "creation,expiration,termination")
        .header("Tus-Max-Size", DocumentService.MOST_BYTES)
        .build();
  }

  /** For HEAD too, which the protocol asks for: the same headers, and no body. */
  @GET
  @Path("{upload}")
  public Response get(@PathParam("upload") UUID id) {
    UploadView upload = uploads.get(caller.get(), id);
    return UploadHeaders.tell(Response.ok(UploadJson.of(upload)), upload).build();
  }

  /** The bytes that follow; the answer to the last ones names the document. */
  @PATCH
  @Path("{upload}")
  @Consumes("application/offset+octet-stream")
  public Response append(@PathParam("upload") UUID id, @HeaderParam(OFFSET) String offset)
      throws IOException {
    UploadView upload =
        service.append(
            caller.get(),
            id,
            UploadHeaders.bytes(OFFSET, offset),
            request.getContentLengthLong(),
            request.getInputStream());
    return UploadHeaders.tell(Response.noContent(), upload).build();
  }

  @DELETE
  @Path("{upload}")
  public Response discard(@PathParam("upload") UUID id) {
    uploads.discard(caller.get(), id);
    return Response.noContent().build();
  }
}
