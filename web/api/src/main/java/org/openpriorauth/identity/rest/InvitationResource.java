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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.Anonymous;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.InvitationService;
import org.openpriorauth.identity.Invitations.InvitationView;
import org.openpriorauth.identity.Invitations.Offer;
import org.openpriorauth.identity.model.Invitation;

/** Asking people by mail to work in the clinic. Links' secrets travel in bodies, never in paths. */
@RequestScoped
@Path("/api/v1/auth/invitations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {
  @Inject InvitationService invitations;
  @Inject CurrentCaller caller;

  /**
   * @param message to the invited person, or null
   */
  public record NewJson(
      @NotBlank @Size(max = 200) String email,
      @NotBlank @Size(max = 40) String role,
      @Size(max = 1000) String message) {}

  public record InvitationsJson(List<InvitationView> items) {}

  public record LinkJson(@NotBlank @Size(max = 200) String token) {}

  public record AcceptJson(
      @NotBlank @Size(max = 200) String token,
      @NotBlank @Size(max = 200) String username,
      @NotBlank @Size(max = 200) String fullName,
      @NotBlank @Size(max = 1000) String password) {}

  @POST
  public Response invite(NewJson body) {
    InvitationView made =
        invitations.invite(
            caller.get(), new Invitation.Terms(body.email().strip(), body.role(), body.message()));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** Those that wait for their answer. */
  @GET
  public InvitationsJson open() {
    return new InvitationsJson(invitations.open(caller.get()));
  }

  @DELETE
  @Path("{invitation}")
  public void revoke(@PathParam("invitation") UUID invitation) {
    invitations.revoke(caller.get(), invitation);
  }

  /** What a link's holder is asked. */
  @Anonymous
  @POST
  @Path("look")
  public Offer look(LinkJson body) {
    return invitations.look(caller.anyone(), body.token());
  }

  /** Says yes with a new account. */
  @Anonymous
  @POST
  @Path("accept")
  public Response accept(AcceptJson body) {
    invitations.accept(
        caller.anyone(),
        body.token(),
        new InvitationService.NewAccount(body.username(), body.fullName(), body.password()));
    return Response.status(Response.Status.CREATED).build();
  }

  /** Says yes with the account that is signed in. */
  @POST
  @Path("join")
  public void join(LinkJson body) {
    invitations.join(caller.get(), body.token());
  }
}
