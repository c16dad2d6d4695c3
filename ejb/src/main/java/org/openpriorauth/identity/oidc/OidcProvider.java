package org.openpriorauth.identity.oidc;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openpriorauth.identity.IdentityProvider;
import org.openpriorauth.identity.SignOnAttempt;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/**
 * OpenID Connect Core 1.0, authorization code flow with PKCE. What the provider says of itself and
 * its keys is read when first wanted, and again after a while.
 */
@ApplicationScoped
public class OidcProvider implements IdentityProvider {
  private static final Logger LOG = System.getLogger(OidcProvider.class.getName());

  /** OpenID Connect Core 1.0, section 2. */
  private static final int LONGEST_SUBJECT = 255;

  private static final int SERVER_ERROR = 500;

  @Inject SignOnSettings settings;
  @Inject Discovery discovery;

  @Override
  public Optional<String> issuer() {
    return settings.issuer();
  }

  @Override
  public URI entrance(SignOnAttempt attempt, URI back) {
    Discovery.Provider provider = discovery.provider();
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(settings.scopes()),
            new ClientID(settings.clientId()),
            back)
        .endpointURI(provider.metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public Shown redeem(SignOnAttempt attempt, URI back, String code) {
    Discovery.Provider provider = discovery.provider();
    try {
      OIDCTokenResponse given = tokens(provider, attempt, back, code);
      JWTClaimsSet identity =
          provider
              .identities()
              .validate(given.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()))
              .toJWTClaimsSet();
      Claims claims = new Claims(identity.getClaims(), settings);
      if (!claims.complete() && provider.metadata().getUserInfoEndpointURI() != null) {
        claims = new Claims(asked(provider, given, identity), settings);
      }
      // Asked in full, silence about groups means that there are none.
      return shown(claims, !claims.groupsElsewhere(), identity);
    } catch (IOException | RemoteKeySourceException e) {
      throw away(e);
    } catch (Problem e) {
      throw e;
    } catch (Exception e) {
      // Whatever it is that the library says of an answer that is not good.
      throw refused(e);
    }
  }

  @Override
  public Shown read(String token) {
    if (settings.audience().isEmpty()) {
      throw Problem.of(ErrorCode.SIGN_ON_OFF, "This installation takes no tokens of others.");
    }
    try {
      JWTClaimsSet claims = discovery.provider().tokens().process(token, null);
      // A program's token may be short: its silence takes nothing away.
      Claims said = new Claims(claims.getClaims(), settings);
      return shown(said, said.sayGroups(), claims);
    } catch (RemoteKeySourceException e) {
      throw away(e);
    } catch (Problem e) {
      throw e;
    } catch (Exception e) {
      throw refused(e);
    }
  }

  @Override
  public SignedOut signedOut(String token) {
    try {
      return discovery.provider().logouts().read(token);
    } catch (RemoteKeySourceException e) {
      throw away(e);
    } catch (Problem e) {
      throw e;
    } catch (Exception e) {
      LOG.log(Level.INFO, "A sign-out by the provider was not taken: {0}", words(e));
      throw Problem.of(ErrorCode.LOGOUT_REFUSED);
    }
  }

  @Override
  public Optional<URI> exit(URI back) {
    if (!settings.signsOutThere()) {
      return Optional.empty();
    }
    ClientID ours = new ClientID(settings.clientId());
    return Optional.ofNullable(discovery.provider().metadata().getEndSessionEndpointURI())
        .map(there -> new LogoutRequest(there, null, null, ours, back, null, null).toURI());
  }

  private static Shown shown(Claims claims, boolean groupsKnown, JWTClaimsSet signed) {
    if (!groupsKnown || signed.getSubject().length() > LONGEST_SUBJECT) {
      throw Problem.of(ErrorCode.SIGN_ON_REFUSED, "It does not say which groups you are in.");
    }
    return claims.shown(signed.getIssuer(), signed.getSubject(), signed.getIssueTime().toInstant());
  }

  private OIDCTokenResponse tokens(
      Discovery.Provider provider, SignOnAttempt attempt, URI back, String code)
      throws IOException, ParseException {
    ClientSecretBasic ours =
        new ClientSecretBasic(
            new ClientID(settings.clientId()), new Secret(settings.clientSecret()));
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), back, new CodeVerifier(attempt.verifier()));
    HTTPResponse answer =
        new TokenRequest.Builder(provider.metadata().getTokenEndpointURI(), ours, grant)
            .build()
            .toHTTPRequest()
            .send(discovery.http());
    if (answer.getStatusCode() >= SERVER_ERROR) {
      throw new IOException("Status " + answer.getStatusCode());
    }
    TokenResponse response = OIDCTokenResponseParser.parse(answer);
    if (response instanceof OIDCTokenResponse given) {
      return given;
    }
    throw new ParseException(
        "The code was not taken: " + response.toErrorResponse().getErrorObject().getCode());
  }

  /** Where the token about the person is short, the provider says more when asked. */
  private Map<String, Object> asked(
      Discovery.Provider provider, OIDCTokenResponse given, JWTClaimsSet identity)
      throws IOException, ParseException {
    HTTPResponse answer =
        new UserInfoRequest(
                provider.metadata().getUserInfoEndpointURI(),
                given.getOIDCTokens().getAccessToken())
            .toHTTPRequest()
            .send(discovery.http());
    UserInfoResponse response = UserInfoResponse.parse(answer);
    if (!response.indicatesSuccess()) {
      throw new ParseException("Nothing more is said about the person.");
    }
    Map<String, Object> said =
        new HashMap<>(response.toSuccessResponse().getUserInfo().toJSONObject());
    if (!identity.getSubject().equals(said.get("sub"))) {
      throw new ParseException("It was said about somebody else.");
    }
    // What was signed counts before what was only said.
    said.putAll(identity.getClaims());
    return said;
  }

  private static Problem away(Exception e) {
    LOG.log(Level.WARNING, "The sign-on provider did not answer: {0}", e.toString());
    return Problem.of(ErrorCode.SIGN_ON_AWAY);
  }

  /** The library's words name claims and codes, not persons; the log's reader needs no more. */
  private static Problem refused(Exception e) {
    LOG.log(Level.INFO, "What the sign-on provider said was not taken: {0}", words(e));
    return Problem.of(ErrorCode.SIGN_ON_REFUSED);
  }

  private static String words(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " ");
  }
}
