package org.openpriorauth.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.openpriorauth.door.rest.Anonymous;
import org.openpriorauth.door.rest.CurrentCaller;
import org.openpriorauth.identity.AccessTokens;
import org.openpriorauth.identity.SignInService;
import org.openpriorauth.identity.SignOnService;
import org.openpriorauth.identity.SignedIn;
import org.openpriorauth.identity.model.UserSession;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** Signing in, staying signed in, signing out. */
@Anonymous
@RequestScoped
@Path("/api/v1/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final int MOST_LETTERS = 16_384;

  @Inject SignInService signIn;
  @Inject SignOnService signOn;
  @Inject AccessTokens tokens;
  @Inject CurrentCaller caller;

  /**
   * One of the two says who it is; a client may also put an e-mail address where the name goes.
   *
   * @param username or null
   * @param email or null
   * @param totp the code of an authenticator, or a recovery code; null for an account without
   */
  public record CredentialsJson(
      @Size(max = 200) String username,
      @Size(max = 200) String email,
      @NotBlank @Size(max = 1000) String password,
      @Size(max = 40) String totp) {
    String who() {
      boolean named = username != null && !username.isBlank();
      boolean mailed = email != null && !email.isBlank();
      if (named && mailed) {
        throw Problem.invalid("/email", "both", "Give a user name or an e-mail address, not both.");
      }
      if (!named && !mailed) {
        throw Problem.invalid("/username", "not_blank", "Give a user name or an e-mail address.");
      }
      return named ? username : email;
    }
  }

  public record RefreshJson(@NotBlank @Size(max = 200) String refreshToken) {}

  /**
   * @param mfaEnrolmentRequired the token serves for setting up a second factor and nothing else
   */
  public record TokenJson(
      String accessToken,
      String tokenType,
      long expiresIn,
      String refreshToken,
      boolean mfaEnrolmentRequired) {}

  @POST
  @Path("token")
  public TokenJson token(CredentialsJson credentials) {
    return json(open(credentials));
  }

  /**
   * A token of the hospital's OpenID provider for one of ours (RFC 7523, 2.1).
   *
   * @param assertion what the provider issued, for the audience that is set up for us
   */
  @POST
  @Path("token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public TokenJson exchange(
      @FormParam("grant_type") String grantType, @FormParam("assertion") String assertion) {
    if (!JWT_BEARER.equals(grantType)) {
      throw Problem.invalid("/grant_type", "unknown", "The grant is " + JWT_BEARER + ".");
    }
    if (assertion == null || assertion.isBlank() || assertion.length() > MOST_LETTERS) {
      throw Problem.invalid("/assertion", "not_blank", "Show the provider's token.");
    }
    return json(signOn.exchange(caller.anyone(), assertion));
  }

  @POST
  @Path("login")
  public LoginJson login(CredentialsJson credentials) {
    return LoginJson.of(open(credentials), tokens);
  }

  @POST
  @Path("refresh")
  public TokenJson refresh(RefreshJson body) {
    return json(signIn.refresh(caller.anyone(), body.refreshToken()));
  }

  @POST
  @Path("logout")
  public void logout(RefreshJson body) {
    signIn.signOut(caller.anyone(), body.refreshToken());
  }

  private SignedIn open(CredentialsJson credentials) {
    return signIn.signIn(
        caller.anyone(),
        new SignInService.Credentials(
            credentials.who(), credentials.password(), credentials.totp()),
        UserSession.Kind.TOKEN);
  }

  private TokenJson json(SignedIn person) {
    return new TokenJson(
        tokens.issue(person),
        "Bearer",
        tokens.lifetime(person).toSeconds(),
        person.secret(),
        person.permissions().contains(Requires.ENROL));
  }
}
