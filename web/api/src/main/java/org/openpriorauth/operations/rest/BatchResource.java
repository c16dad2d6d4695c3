package org.openpriorauth.operations.rest;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.operations.JobConsole;

/**
 * The batch console: starting a job answers at once with the place where to look. What the job has
 * to be told stands in the query.
 */
@RequestScoped
@Path("/api/v1/batch")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {
  @Inject JobConsole console;
  @Inject CurrentCaller caller;
  @Context UriInfo uri;

  public record JobsJson(List<String> items) {}

  @GET
  @Path("jobs")
  public JobsJson jobs() {
    return new JobsJson(console.jobs(caller.get()));
  }

  @POST
  @Path("jobs/{job}/executions")
  public Response start(@PathParam("job") String job) {
    Map<String, String> parameters = new HashMap<>();
    uri.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
    JobConsole.Execution started = console.start(caller.get(), job, parameters);
    return Response.accepted(started)
        .location(uri.getBaseUriBuilder().path("api/v1/batch/executions/" + started.id()).build())
        .build();
  }

  @GET
  @Path("executions/{id}")
  public JobConsole.Execution execution(@PathParam("id") long id) {
    return console.execution(caller.get(), id);
  }
}
