package org.openpriorauth.criteria.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.openpriorauth.criteria.MatchService;
import org.openpriorauth.door.rest.CurrentCaller;

/** Facts or documents, and a policy, in; verdicts with evidence out. Nothing is kept. */
@RequestScoped
@Path("/api/v1/criteria/match")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MatchResource {
  @Inject MatchService matches;
  @Inject CurrentCaller caller;

  @POST
  public MatchService.Answer match(MatchService.Question question) {
    return matches.match(caller.get(), question);
  }
}
