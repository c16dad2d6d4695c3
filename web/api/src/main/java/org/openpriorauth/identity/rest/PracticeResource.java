package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.clinic.model.ClinicRepository.Practice;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.Invitations.InvitationView;
import org.openpriorauth.identity.RegistrationService;

/** The practices of the installation, for its administrators: names, and nothing inside. */
@RequestScoped
@Path("/api/v1/clinics")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PracticeResource {
  @Inject RegistrationService registrations;
  @Inject CurrentCaller caller;

  /**
   * @param next goes into {@code after} for the page behind this one; null on the last
   */
  public record PracticesJson(List<Practice> items, UUID next) {}

  public record AddedJson(UUID practiceId) {}

  public record AdministratorJson(@NotBlank @Size(max = 200) String email) {}

  @GET
  public PracticesJson list(
      @QueryParam("after") UUID after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    List<Practice> page = registrations.practices(caller.get(), after, limit);
    UUID next = page.size() < limit ? null : page.get(page.size() - 1).id();
    return new PracticesJson(page, next);
  }

  @POST
  public Response add(PracticeJson.AddJson body) {
    UUID made = registrations.add(caller.get(), body.practice(), body.email().strip());
    return Response.status(Response.Status.CREATED).entity(new AddedJson(made)).build();
  }

  /** Invites an administrator into a practice that has none. */
  @POST
  @Path("{clinic}/administrators")
  public Response invite(@PathParam("clinic") UUID clinic, AdministratorJson body) {
    InvitationView made = registrations.invite(caller.get(), clinic, body.email().strip());
    return Response.status(Response.Status.CREATED).entity(made).build();
  }
}
