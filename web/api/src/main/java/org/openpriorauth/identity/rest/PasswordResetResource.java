package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.openpriorauth.door.rest.Anonymous;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.PasswordResetService;

/** The way back in for who forgot the password. */
@Anonymous
@RequestScoped
@Path("/api/v1/auth/password/reset")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetResource {
  @Inject PasswordResetService resets;
  @Inject CurrentCaller caller;

  /**
   * @param name user name or e-mail
   */
  public record AskJson(@NotBlank @Size(max = 200) String name) {}

  public record ResetJson(
      @NotBlank @Size(max = 200) String token, @NotBlank @Size(max = 1000) String newPassword) {}

  /** The same answer whether or not there is such an account. */
  @POST
  public Response ask(AskJson body) {
    resets.ask(caller.anyone(), body.name());
    return Response.accepted().build();
  }

  @POST
  @Path("confirm")
  public void reset(ResetJson body) {
    resets.reset(caller.anyone(), body.token(), body.newPassword());
  }
}
