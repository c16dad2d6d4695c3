package org.openpriorauth.network.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.network.ClinicNetworkService;

/** From where the clinic may be used. */
@RequestScoped
@Path("/api/v1/clinics/current/networks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClinicNetworkResource {
  @Inject ClinicNetworkService networks;
  @Inject CurrentCaller caller;

  /**
   * @param networks addresses and networks (CIDR); none for everywhere
   */
  public record NetworksJson(
      @NotNull @Size(max = 100) List<@NotBlank @Size(max = 50) String> networks) {}

  @GET
  public NetworksJson list() {
    return new NetworksJson(networks.list(caller.get()));
  }

  @PUT
  public NetworksJson set(NetworksJson body) {
    return new NetworksJson(networks.set(caller.get(), body.networks()));
  }
}
