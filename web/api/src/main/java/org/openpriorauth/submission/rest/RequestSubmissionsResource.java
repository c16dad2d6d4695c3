package org.openpriorauth.submission.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.submission.SubmissionService;

/** Sending a request to its payer. */
@RequestScoped
@Path("/api/v1/prior-authorizations/{request}/submissions")
@Produces(MediaType.APPLICATION_JSON)
public class RequestSubmissionsResource {
  @Inject SubmissionService submissions;
  @Inject CurrentCaller caller;
  @Context UriInfo uri;

  public record SubmissionsJson(List<SubmissionService.SubmissionView> items) {}

  /** Answers 202: it is queued, and sent within seconds. */
  @POST
  public Response submit(@PathParam("request") UUID request) {
    SubmissionService.SubmissionView made = submissions.submit(caller.get(), request);
    return Response.accepted(made)
        .location(uri.getBaseUriBuilder().path("api/v1/submissions/" + made.id()).build())
        .build();
  }

  @GET
  public SubmissionsJson list(@PathParam("request") UUID request) {
    return new SubmissionsJson(submissions.ofRequest(caller.get(), request));
  }
}
