package org.openpriorauth.payer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Versions;
import org.openpriorauth.payer.PayerService;
import org.openpriorauth.payer.PayerService.PayerView;
import org.openpriorauth.payer.model.Payer;

/** The clinic's payers. */
@RequestScoped
@Path("/api/v1/payers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PayerResource {
  @Inject PayerService payers;
  @Inject CurrentCaller caller;

  public record PayersJson(List<PayerView> items) {}

  /**
   * @param active null counts as true
   */
  public record DetailsJson(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{1,80}", message = "has letters, digits and dashes") String payerCode,
      @NotNull Boolean impactedByCms0057,
      @NotNull Integer standardHours,
      @NotNull Integer expeditedHours,
      Boolean active) {
    Payer.Details details() {
      return new Payer.Details(
          name.strip(),
          payerCode,
          impactedByCms0057,
          standardHours,
          expeditedHours,
          active == null || active);
    }
  }

  @GET
  public PayersJson list() {
    return new PayersJson(payers.list(caller.get()));
  }

  @POST
  public Response add(DetailsJson body) {
    PayerView made = payers.add(caller.get(), body.details());
    return Response.status(Response.Status.CREATED)
        .entity(made)
        .tag(Versions.tag(made.version()))
        .build();
  }

  /** Needs {@code If-Match}. */
  @PUT
  @Path("{payer}")
  public Response change(
      @PathParam("payer") UUID payer, @HeaderParam("If-Match") String seen, DetailsJson body) {
    PayerView changed = payers.change(caller.get(), payer, Versions.seen(seen), body.details());
    return Response.ok(changed).tag(Versions.tag(changed.version())).build();
  }
}
