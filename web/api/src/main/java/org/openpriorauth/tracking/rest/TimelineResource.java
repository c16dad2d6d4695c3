package org.openpriorauth.tracking.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.tracking.TimelineService;

/** What happened to a request. */
@RequestScoped
@Path("/api/v1/prior-authorizations/{request}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {
  @Inject PriorAuthService requests;
  @Inject TimelineService timeline;
  @Inject CurrentCaller caller;

  public record TimelineJson(List<TimelineService.Line> items) {}

  @GET
  public TimelineJson get(@PathParam("request") UUID request) {
    // A request that is not there, or another clinic's, is told apart from one without history.
    requests.get(caller.get(), request);
    return new TimelineJson(timeline.of(caller.get(), request));
  }
}
