package org.openpriorauth.criteria.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.PolicyChanges;
import org.openpriorauth.criteria.PolicyPack;
import org.openpriorauth.criteria.PolicyReviewService;
import org.openpriorauth.criteria.PolicyService;
import org.openpriorauth.door.rest.CurrentCaller;

/** Policy packs: a payer's rules as data, imported a version at a time. */
@RequestScoped
@Path("/api/v1/policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {
  @Inject PolicyService policies;
  @Inject PolicyReviewService reviews;
  @Inject CurrentCaller caller;

  public record PoliciesJson(List<PolicyService.PackView> items) {}

  public record ExamplesJson(List<PolicyPack> items) {}

  public record AdoptJson(@NotNull UUID payerId) {}

  /** The pack's own tests run first; 422 lists every fault. */
  @POST
  public PolicyService.Imported add(PolicyPack pack) {
    return policies.add(caller.get(), pack);
  }

  @GET
  public PoliciesJson list() {
    return new PoliciesJson(policies.list(caller.get()));
  }

  /** What a version changes, and the open cases that it touches. */
  @GET
  @Path("{id}/diff")
  public PolicyChanges diff(
      @PathParam("id") UUID id, @QueryParam("from") String from, @QueryParam("to") String to) {
    return reviews.diff(caller.get(), id, from, to);
  }

  @GET
  @Path("examples")
  public ExamplesJson examples() {
    return new ExamplesJson(policies.examples(caller.get()));
  }

  @POST
  @Path("examples/{example}")
  public PolicyService.Imported adopt(@PathParam("example") String example, AdoptJson body) {
    return policies.adopt(caller.get(), example, body.payerId());
  }
}
