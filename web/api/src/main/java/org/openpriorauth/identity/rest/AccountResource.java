package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.AccessTokens;
import org.openpriorauth.identity.AccountService;
import org.openpriorauth.identity.Accounts.SessionView;
import org.openpriorauth.identity.Accounts.WorkplaceView;
import org.openpriorauth.identity.SecondFactors.FactorView;
import org.openpriorauth.identity.model.UserSession;

/** One's own sessions, password and second factor. */
@RequestScoped
@Path("/api/v1/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
  @Inject AccountService account;
  @Inject AccessTokens tokens;
  @Inject CurrentCaller caller;

  public record WorkplacesJson(List<WorkplaceView> items) {}

  public record GoToJson(@NotNull UUID practiceId) {}

  public record SessionsJson(List<SessionView> items) {}

  public record EndedJson(int ended) {}

  public record PasswordJson(
      @NotBlank @Size(max = 1000) String currentPassword,
      @NotBlank @Size(max = 1000) String newPassword) {}

  /**
   * @param since null if there is none
   */
  public record FactorJson(
      boolean enabled, Instant since, int recoveryCodesLeft, boolean required) {}

  public record BeginJson(@NotBlank @Size(max = 1000) String password) {}

  public record ConfirmJson(@NotBlank @Size(max = 40) String totp) {}

  public record RecoveryJson(List<String> recoveryCodes) {}

  public record RemoveJson(
      @NotBlank @Size(max = 1000) String password, @NotBlank @Size(max = 40) String totp) {}

  @GET
  @Path("clinics")
  public WorkplacesJson clinics() {
    return new WorkplacesJson(account.workplaces(caller.get()));
  }

  /** Tokens for another of one's clinics; the present session ends. */
  @POST
  @Path("clinics/active")
  public LoginJson goTo(GoToJson body) {
    return LoginJson.of(
        account.goTo(caller.get(), caller.session(), body.practiceId(), UserSession.Kind.TOKEN),
        tokens);
  }

  @GET
  @Path("sessions")
  public SessionsJson sessions() {
    return new SessionsJson(account.sessions(caller.get(), caller.session()));
  }

  /** All but the one that asks. */
  @DELETE
  @Path("sessions")
  public EndedJson endOthers() {
    return new EndedJson(account.endOtherSessions(caller.get(), caller.session()));
  }

  @DELETE
  @Path("sessions/{session}")
  public void end(@PathParam("session") UUID session) {
    account.endSession(caller.get(), session);
  }

  @POST
  @Path("password")
  public void changePassword(PasswordJson body) {
    account.changePassword(
        caller.get(), caller.session(), body.currentPassword(), body.newPassword());
  }

  @GET
  @Path("mfa")
  public FactorJson factor() {
    FactorView view = account.factor(caller.get());
    return new FactorJson(view.since() != null, view.since(), view.codesLeft(), view.required());
  }

  /** A secret for an authenticator, which counts once it is confirmed. */
  @POST
  @Path("mfa")
  public AccountService.Begun begin(BeginJson body) {
    return account.beginFactor(caller.get(), body.password());
  }

  /** Answers recovery codes, which are not shown again. */
  @POST
  @Path("mfa/confirm")
  public RecoveryJson confirm(ConfirmJson body) {
    return new RecoveryJson(account.confirmFactor(caller.get(), caller.session(), body.totp()));
  }

  @POST
  @Path("mfa/remove")
  public void remove(RemoveJson body) {
    account.removeFactor(caller.get(), body.password(), body.totp());
  }
}
