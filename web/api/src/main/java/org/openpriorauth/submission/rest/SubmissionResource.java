package org.openpriorauth.submission.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.submission.SubmissionService;

/** One submission with its attempts. */
@RequestScoped
@Path("/api/v1/submissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {
  @Inject SubmissionService submissions;
  @Inject CurrentCaller caller;

  @GET
  public SubmissionService.SubmissionView get(@PathParam("id") UUID id) {
    return submissions.get(caller.get(), id);
  }

  @GET
  @Path("attempts/{number}")
  public SubmissionService.AttemptView attempt(
      @PathParam("id") UUID id, @PathParam("number") int number) {
    return submissions.get(caller.get(), id).attempts().stream()
        .filter(a -> a.number() == number)
        .findFirst()
        .orElseThrow(() -> Problem.of(ErrorCode.SUBMISSION_NOT_FOUND));
  }
}
