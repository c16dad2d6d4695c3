package org.openpriorauth.operations.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.openpriorauth.door.rest.Anonymous;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.network.Limit;

/**
 * The servers' own health, on the application's port: WildFly shows its only to the management
 * interface, which a load balancer cannot reach.
 */
@Anonymous
@Limited(Limit.CALLS)
@RequestScoped
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  @Inject @Any @Liveness Instance<HealthCheck> live;
  @Inject @Any @Readiness Instance<HealthCheck> ready;

  public record CheckJson(String name, String status, Map<String, Object> data) {}

  public record HealthJson(String status, List<CheckJson> checks) {}

  @GET
  public Response all() {
    return answer(Stream.concat(live.stream(), ready.stream()));
  }

  @GET
  @Path("live")
  public Response live() {
    return answer(live.stream());
  }

  @GET
  @Path("ready")
  public Response ready() {
    return answer(ready.stream());
  }

  private static Response answer(Stream<HealthCheck> checks) {
    List<HealthCheckResponse> results = checks.map(HealthCheck::call).toList();
    boolean up = results.stream().allMatch(r -> r.getStatus() == HealthCheckResponse.Status.UP);
    List<CheckJson> items =
        results.stream()
            .map(
                r -> new CheckJson(r.getName(), r.getStatus().name(), r.getData().orElse(Map.of())))
            .toList();
    return Response.status(up ? 200 : 503)
        .entity(new HealthJson(up ? "UP" : "DOWN", items))
        .build();
  }
}
