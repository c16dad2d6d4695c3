package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.openpriorauth.door.rest.Anonymous;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.door.rest.Limited;
import org.openpriorauth.identity.SignOnService;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.network.Limit;

/**
 * Where the hospital's OpenID provider says that somebody signed out there (OpenID Connect
 * Back-Channel Logout 1.0). Its token proves it; a refusal is 400, as the specification wants. When
 * a provider ends everybody's sessions it says so a thousand times from one address, so only what
 * is refused counts as often tried.
 */
@Anonymous
@Limited(value = Limit.OPEN, refusalsOnly = true)
@RequestScoped
@Path("/api/v1/auth/backchannel-logout")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class BackchannelLogoutResource {
  /** A provider's token is some hundreds. */
  private static final int MOST_LETTERS = 16_384;

  @Inject SignOnService signOn;
  @Inject CurrentCaller caller;

  @POST
  public Response signedOut(@FormParam("logout_token") String token) {
    if (token == null || token.isBlank() || token.length() > MOST_LETTERS) {
      throw Problem.of(ErrorCode.LOGOUT_REFUSED, "There is no logout_token.");
    }
    signOn.signedOut(caller.anyone(), token);
    return Response.ok().build();
  }
}
