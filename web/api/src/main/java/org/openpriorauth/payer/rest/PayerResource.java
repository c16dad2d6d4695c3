package org.openpriorauth.payer.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.payer.PayerService;

/** The clinic's payers. */
@RequestScoped
@Path("/api/v1/payers")
@Produces(MediaType.APPLICATION_JSON)
public class PayerResource {
  @Inject PayerService payers;
  @Inject CurrentCaller caller;

  public record PayersJson(List<PayerService.PayerView> items) {}

  @GET
  public PayersJson list() {
    return new PayersJson(payers.list(caller.get()));
  }
}
