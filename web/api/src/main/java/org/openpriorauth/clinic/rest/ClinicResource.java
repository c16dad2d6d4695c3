package org.openpriorauth.clinic.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.openpriorauth.clinic.ClinicService;
import org.openpriorauth.clinic.ClinicService.ClinicView;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Versions;

/** The clinic that the caller works in. */
@RequestScoped
@Path("/api/v1/clinics/current")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ClinicResource {
  @Inject ClinicService clinics;
  @Inject CurrentCaller caller;

  @GET
  public Response current() {
    return answer(clinics.current(caller.get()));
  }

  /** Needs {@code If-Match}. */
  @PUT
  public Response change(@HeaderParam("If-Match") String seen, ClinicJson.DetailsJson body) {
    return answer(clinics.change(caller.get(), Versions.seen(seen), body.details()));
  }

  /**
   * From what certainty what was read is used unseen, and how much of it is checked. Needs {@code
   * If-Match}.
   */
  @PUT
  @Path("reading")
  public Response reading(@HeaderParam("If-Match") String seen, ClinicJson.ReadingJson body) {
    return answer(clinics.trust(caller.get(), Versions.seen(seen), body.wanted()));
  }

  private static Response answer(ClinicView view) {
    return Response.ok(ClinicJson.of(view)).tag(Versions.tag(view.version())).build();
  }
}
