package org.openpriorauth.payer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.payer.NetworkService;
import org.openpriorauth.payer.model.NetworkRepository.Standing;

/** Which payers' networks a provider is in. */
@RequestScoped
@Path("/api/v1/providers/{provider}/networks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NetworkResource {
  @Inject NetworkService networks;
  @Inject CurrentCaller caller;

  /**
   * @param status in_network, out_of_network, or unknown for what is forgotten
   */
  public record StatusJson(@NotBlank @Size(max = 20) String status, LocalDate from, LocalDate to) {}

  public record StandingJson(UUID payerId, String status, LocalDate from, LocalDate to) {
    static StandingJson of(Standing standing) {
      return new StandingJson(standing.payer(), standing.status(), standing.from(), standing.to());
    }
  }

  public record NetworksJson(List<StandingJson> items) {}

  @GET
  public NetworksJson list(@PathParam("provider") UUID provider) {
    return new NetworksJson(
        networks.of(caller.get(), provider).stream().map(StandingJson::of).toList());
  }

  @PUT
  @Path("{payer}")
  public void note(
      @PathParam("provider") UUID provider, @PathParam("payer") UUID payer, StatusJson body) {
    networks.note(
        caller.get(), new Standing(provider, payer, body.status(), body.from(), body.to()));
  }
}
