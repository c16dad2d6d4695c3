package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.AccessTokens;
import org.openpriorauth.identity.EmergencyAccessService;
import org.openpriorauth.identity.EmergencyAccesses.OpenView;
import org.openpriorauth.identity.SignedIn;

/** Patient data in an emergency, for who may not read it otherwise. */
@RequestScoped
@Path("/api/v1/account/emergency-access")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmergencyAccessResource {
  @Inject EmergencyAccessService emergencies;
  @Inject AccessTokens tokens;
  @Inject CurrentCaller caller;

  public record OpenJson(
      @Size(max = 1000) String password, @NotBlank @Size(max = 1000) String reason) {}

  /** What is open in the session; nothing but {@code open} where nothing is. */
  public record CurrentJson(boolean open, UUID id, Instant openedAt, Instant endsAt) {
    static CurrentJson of(OpenView view) {
      return new CurrentJson(true, view.id(), view.openedAt(), view.endsAt());
    }
  }

  /** The token that reads; the refresh token is the one that the session has. */
  public record OpenedJson(
      UUID id, Instant endsAt, String accessToken, String tokenType, long expiresIn) {}

  @GET
  public CurrentJson current() {
    return emergencies
        .current(caller.get(), caller.session())
        .map(CurrentJson::of)
        .orElse(new CurrentJson(false, null, null, null));
  }

  @POST
  public Response open(OpenJson body) {
    SignedIn person =
        emergencies.open(caller.get(), caller.session(), body.reason(), body.password());
    OpenedJson opened =
        new OpenedJson(
            person.emergency().id(),
            person.emergency().endsAt(),
            tokens.issue(person),
            "Bearer",
            tokens.lifetime(person).toSeconds());
    return Response.status(Response.Status.CREATED).entity(opened).build();
  }

  /** The token that read opens nothing more; the refresh token gives one as before. */
  @DELETE
  public void end() {
    emergencies.end(caller.get(), caller.session());
  }
}
