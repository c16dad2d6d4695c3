package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.openpriorauth.door.rest.Anonymous;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.RegistrationService;
import org.openpriorauth.identity.RegistrationService.Registered;

/** A practice registers itself, where the installation is open to the public. */
@Anonymous
@RequestScoped
@Path("/api/v1/auth/register-practice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
  @Inject RegistrationService registrations;
  @Inject CurrentCaller caller;

  public record RegisteredJson(UUID practiceId, String username) {}

  @POST
  public Response register(PracticeJson.RegisterJson body) {
    Registered made =
        registrations.register(
            caller.anyone(), body.practice(), body.administrator(), body.password());
    return Response.status(Response.Status.CREATED)
        .entity(new RegisteredJson(made.practice(), made.username()))
        .build();
  }
}
