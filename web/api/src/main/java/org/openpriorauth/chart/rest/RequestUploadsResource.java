package org.openpriorauth.chart.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.openpriorauth.chart.UploadMetadata;
import org.openpriorauth.chart.UploadService;
import org.openpriorauth.chart.UploadView;
import org.openpriorauth.chart.Uploads;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.network.Limit;

/** Where an upload by pieces begins. */
@RequestScoped
@Resumable
@Path("/api/v1/prior-authorizations/{request}/uploads")
@Produces(MediaType.APPLICATION_JSON)
public class RequestUploadsResource {
  @Inject UploadService service;
  @Inject CurrentCaller caller;
  @Context UriInfo uri;

  /** Takes no byte yet; says how many will come, and where to send them. */
  @POST
  @Limited(Limit.UPLOAD)
  public Response begin(
      @PathParam("request") UUID request,
      @HeaderParam(UploadResource.LENGTH) String length,
      @HeaderParam(UploadResource.METADATA) String metadata) {
    UploadView upload =
        service.begin(
            caller.get(),
            new Uploads.Wanted(
                request,
                UploadHeaders.bytes(UploadResource.LENGTH, length),
                metadata == null ? null : new UploadMetadata(metadata)));
    Response.ResponseBuilder begun =
        Response.created(
            uri.getBaseUriBuilder()
                .path(UploadResource.PLACE)
                .path(upload.id().toString())
                .build());
    return UploadHeaders.tell(begun.entity(UploadJson.of(upload)), upload).build();
  }
}
