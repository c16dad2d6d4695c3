package org.openpriorauth.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;
import org.openpriorauth.identity.IdentityProvider.SignedOut;

/**
 * Logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.6): the provider's signature, for our
 * client, of this very type, with the event and without a nonce, so that no other token of the
 * provider's is taken for one.
 */
final class LogoutTokens {
  private static final boolean TYPED = true;

  private final LogoutTokenValidator validator;

  LogoutTokens(Issuer issuer, ClientID ours, JWSKeySelector<SecurityContext> keys) {
    validator = new LogoutTokenValidator(issuer, ours, TYPED, keys, null);
  }

  /**
   * @throws ParseException for what is no token
   * @throws BadJOSEException for one that is not good
   * @throws JOSEException where the keys cannot be had
   */
  SignedOut read(String token) throws ParseException, BadJOSEException, JOSEException {
    LogoutTokenClaimsSet said = validator.validate(JWTParser.parse(token));
    return new SignedOut(
        said.getIssuer().getValue(),
        said.getSubject() == null ? null : said.getSubject().getValue(),
        said.getSessionID() == null ? null : said.getSessionID().getValue(),
        said.getIssueTime().toInstant());
  }
}
