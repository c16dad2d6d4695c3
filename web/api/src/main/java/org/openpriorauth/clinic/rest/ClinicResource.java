package org.openpriorauth.clinic.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.openpriorauth.clinic.ClinicService;
import org.openpriorauth.door.rest.CurrentCaller;

/** The clinic that the caller works in. */
@RequestScoped
@Path("/api/v1/clinics")
@Produces(MediaType.APPLICATION_JSON)
public class ClinicResource {
  @Inject ClinicService clinics;
  @Inject CurrentCaller caller;

  @GET
  @Path("current")
  public ClinicService.ClinicView current() {
    return clinics.current(caller.get());
  }
}
