package org.openpriorauth.criteria.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.openpriorauth.criteria.PolicyPack;
import org.openpriorauth.criteria.PolicyService;
import org.openpriorauth.door.rest.CurrentCaller;

/** Policy packs: a payer's rules as data, imported a version at a time. */
@RequestScoped
@Path("/api/v1/policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {
  @Inject PolicyService policies;
  @Inject CurrentCaller caller;

  public record PoliciesJson(List<PolicyService.PackView> items) {}

  /** The pack's own tests run first; 422 lists every fault. */
  @POST
  public PolicyService.PackView add(PolicyPack pack) {
    return policies.add(caller.get(), pack);
  }

  @GET
  public PoliciesJson list() {
    return new PoliciesJson(policies.list(caller.get()));
  }
}
