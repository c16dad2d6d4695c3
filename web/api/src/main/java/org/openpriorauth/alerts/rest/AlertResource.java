package org.openpriorauth.alerts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openpriorauth.alerts.AlertService;
import org.openpriorauth.alerts.AlertService.AlertView;
import org.openpriorauth.alerts.AlertService.Page;
import org.openpriorauth.alerts.model.AlertRepository.Key;
import org.openpriorauth.alerts.model.SecurityAlert.Verdict;
import org.openpriorauth.alerts.rest.AlertJson.EmergencyJson;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.PageKey;
import org.openpriorauth.door.rest.Versions;
import org.openpriorauth.identity.EmergencyAccessService;
import org.openpriorauth.kernel.Problem;

/** What the audit trail shows that somebody should look at. */
@RequestScoped
@Path("/api/v1/audit/alerts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {
  private static final int LARGEST_PAGE = 200;

  @Inject AlertService alerts;
  @Inject EmergencyAccessService emergencies;
  @Inject CurrentCaller caller;

  /**
   * @param next hand it back as {@code after} for the next page; null at the end
   */
  public record AlertsJson(List<AlertJson> items, String next) {}

  public record VerdictJson(
      @NotNull @Pattern(
              regexp = "in_order|misuse|unclear",
              message = "must be in_order, misuse or unclear")
          String verdict,
      @NotBlank @Size(max = 4000) String note) {}

  /** The latest found first; reasons of emergencies only one by one. */
  @GET
  public AlertsJson list(
      @QueryParam("state") @DefaultValue("open") String state,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    if (!List.of("open", "closed").contains(state)) {
      throw Problem.invalid("", "state", "The state of an alert is open or closed.");
    }
    PageKey below = after == null ? null : PageKey.read(after);
    Page page =
        alerts.list(
            caller.get(),
            state.equals("open"),
            below == null ? null : new Key(below.at(), below.id()),
            Math.max(1, Math.min(limit, LARGEST_PAGE)));
    return new AlertsJson(
        page.alerts().stream().map(view -> AlertJson.of(view, null)).toList(),
        page.next() == null ? null : new PageKey(page.next().at(), page.next().id()).word());
  }

  @GET
  @Path("{alert}")
  public Response get(@PathParam("alert") UUID alert) {
    return answer(alerts.get(caller.get(), alert));
  }

  /** Closes it. Needs {@code If-Match}. */
  @PUT
  @Path("{alert}")
  public Response close(
      @PathParam("alert") UUID alert, @HeaderParam("If-Match") String seen, VerdictJson body) {
    return answer(
        alerts.close(
            caller.get(),
            alert,
            Versions.seen(seen),
            Verdict.valueOf(body.verdict().toUpperCase(Locale.ROOT)),
            body.note()));
  }

  private Response answer(AlertView view) {
    EmergencyJson emergency =
        view.ofEmergency() && caller.get().may("emergency:review")
            ? emergencies.review(caller.get(), view.subject()).map(EmergencyJson::of).orElse(null)
            : null;
    return Response.ok(AlertJson.of(view, emergency)).tag(Versions.tag(view.version())).build();
  }
}
