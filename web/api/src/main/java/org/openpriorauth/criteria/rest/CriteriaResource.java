package org.openpriorauth.criteria.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.openpriorauth.criteria.Assessment;
import org.openpriorauth.criteria.AssessmentService;
import org.openpriorauth.door.rest.CurrentCaller;

/** How a request stands against its payer's rules, and what is still open. */
@RequestScoped
@Path("/api/v1/prior-authorizations/{request}/criteria")
@Produces(MediaType.APPLICATION_JSON)
public class CriteriaResource {
  @Inject AssessmentService assessments;
  @Inject CurrentCaller caller;

  public record OverrideJson(@NotBlank @Size(max = 500) String reason) {}

  @GET
  public Assessment get(@PathParam("request") UUID request) {
    return assessments.get(caller.get(), request);
  }

  /** Matches again, against the packs of today. */
  @POST
  public Assessment again(@PathParam("request") UUID request) {
    return assessments.again(caller.get(), request);
  }

  @PUT
  @Path("{criterion}/override")
  @Consumes(MediaType.APPLICATION_JSON)
  public Assessment override(
      @PathParam("request") UUID request,
      @PathParam("criterion") String criterion,
      OverrideJson body) {
    return assessments.override(caller.get(), request, criterion, body.reason());
  }
}
