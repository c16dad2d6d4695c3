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
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.payer.ChannelService;

/** A payer's FHIR door, as the administrator sets it up. */
@RequestScoped
@Path("/api/v1/payers/{id}/channels/fhir")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChannelResource {
  @Inject ChannelService channels;
  @Inject CurrentCaller caller;

  /**
   * @param token bearer token; it goes in and never comes out
   */
  public record ChannelJson(
      @NotBlank @Size(max = 500) String baseUrl, @Size(max = 4000) String token) {}

  @GET
  public ChannelService.ChannelView get(@PathParam("id") UUID id) {
    return channels.get(caller.get(), id);
  }

  @PUT
  public ChannelService.ChannelView open(@PathParam("id") UUID id, ChannelJson body) {
    return channels.open(caller.get(), id, body.baseUrl(), body.token());
  }
}
