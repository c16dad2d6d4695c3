package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.MemberService;
import org.openpriorauth.identity.model.MemberRepository.Member;
import org.openpriorauth.identity.rest.AccountResource.SessionsJson;

/** Who works in the clinic. */
@RequestScoped
@Path("/api/v1/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {
  @Inject MemberService members;
  @Inject CurrentCaller caller;

  /**
   * @param byProvider whether the hospital's sign-on says that the person works here, and as what
   */
  public record MemberJson(
      UUID id,
      String username,
      String fullName,
      String email,
      String role,
      boolean active,
      boolean mfaEnabled,
      Instant lastSeenAt,
      LocalDate trainedUntil,
      boolean byProvider) {
    static MemberJson of(Member m) {
      return new MemberJson(
          m.user(),
          m.username(),
          m.fullName(),
          m.email(),
          m.role(),
          m.active(),
          m.secondFactor(),
          m.lastSeenAt(),
          m.trainedUntil(),
          m.provided());
    }
  }

  public record MembersJson(List<MemberJson> items) {}

  public record RoleJson(@NotBlank @Size(max = 40) String role) {}

  /**
   * @param until the last day on which it counts, or null for none
   */
  public record TrainingJson(LocalDate until) {}

  @GET
  public MembersJson list() {
    return new MembersJson(members.list(caller.get()).stream().map(MemberJson::of).toList());
  }

  @PUT
  @Path("{user}/role")
  public void changeRole(@PathParam("user") UUID user, RoleJson body) {
    members.changeRole(caller.get(), user, body.role());
  }

  @PUT
  @Path("{user}/training")
  public void train(@PathParam("user") UUID user, TrainingJson body) {
    members.train(caller.get(), user, body.until());
  }

  @POST
  @Path("{user}/deactivate")
  public void deactivate(@PathParam("user") UUID user) {
    members.deactivate(caller.get(), user);
  }

  @POST
  @Path("{user}/reactivate")
  public void reactivate(@PathParam("user") UUID user) {
    members.reactivate(caller.get(), user);
  }

  @GET
  @Path("{user}/sessions")
  public SessionsJson sessions(@PathParam("user") UUID user) {
    return new SessionsJson(members.sessions(caller.get(), user, caller.session()).items());
  }

  @DELETE
  @Path("{user}/sessions/{session}")
  public void endSession(@PathParam("user") UUID user, @PathParam("session") UUID session) {
    members.endSession(caller.get(), user, session);
  }

  /** For who lost telephone and recovery codes. */
  @POST
  @Path("{user}/mfa/reset")
  public void resetFactor(@PathParam("user") UUID user) {
    members.resetFactor(caller.get(), user);
  }
}
