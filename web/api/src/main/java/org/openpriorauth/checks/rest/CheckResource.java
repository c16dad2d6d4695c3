package org.openpriorauth.checks.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.openpriorauth.checks.CheckActionService;
import org.openpriorauth.checks.CheckReportService;
import org.openpriorauth.checks.CheckService;
import org.openpriorauth.door.rest.CurrentCaller;

/** The administrator's checks, looked at now. */
@RequestScoped
@Path("/api/v1/admin/checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CheckResource {
  @Inject CheckService checks;
  @Inject CheckActionService actions;
  @Inject CheckReportService reports;
  @Inject CurrentCaller caller;

  public record ChecksJson(List<CheckJson> items) {}

  /**
   * @param minutes until it is set back by itself
   */
  public record RaiseJson(@NotBlank String area, @NotNull Integer minutes) {}

  /** An area whose level is raised. */
  public record RaisedJson(String area, Instant until) {}

  public record LevelsJson(List<RaisedJson> items) {}

  @GET
  public ChecksJson look() {
    return new ChecksJson(checks.look(caller.get()).stream().map(CheckJson::of).toList());
  }

  /**
   * The checks as they are now, on paper.
   *
   * @param kind security or hipaa
   */
  @GET
  @Path("report")
  @Produces({"application/pdf", MediaType.APPLICATION_JSON})
  public Response report(@QueryParam("kind") String kind) {
    return Response.ok(reports.pdf(caller.get(), kind), "application/pdf")
        .header("Content-Disposition", "attachment; filename=\"" + kind + "-check.pdf\"")
        .build();
  }

  /** Has this server read anew what it keeps in memory. */
  @POST
  @Path("caches")
  public void clearCaches() {
    actions.clearCaches(caller.get());
  }

  /** What this server logs more of than usual. */
  @GET
  @Path("log-level")
  public LevelsJson levels() {
    return new LevelsJson(
        actions.raised(caller.get()).entrySet().stream()
            .map(e -> new RaisedJson(e.getKey(), e.getValue()))
            .toList());
  }

  /** Raises the level of an area for a while. */
  @PUT
  @Path("log-level")
  public RaisedJson raise(RaiseJson body) {
    return new RaisedJson(body.area(), actions.raise(caller.get(), body.area(), body.minutes()));
  }
}
