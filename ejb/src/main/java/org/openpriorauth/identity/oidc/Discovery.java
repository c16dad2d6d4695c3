package org.openpriorauth.identity.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.outward.Outward;

/** What the provider says of itself (OpenID Connect Discovery 1.0), kept for a while. */
@ApplicationScoped
class Discovery {
  private static final Logger LOG = System.getLogger(Discovery.class.getName());
  private static final Duration KEPT = Duration.ofHours(1);

  /** Whoever comes meanwhile is told at once, and does not wait behind the others. */
  private static final Duration AFTER_SILENCE = Duration.ofSeconds(10);

  private static final long KEYS_KEPT_MILLIS = Duration.ofMinutes(15).toMillis();

  /** RFC 9068; older providers say {@code JWT}, or nothing. */
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  /** Signatures that a key of the provider's makes; never one that a shared secret could make. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  @Inject SignOnSettings settings;
  @Inject Outward outward;
  @Inject Clock clock;

  private ProviderHttp http;
  private Provider known;
  private Instant askAgain = Instant.MIN;

  /**
   * @param identities checks what says that somebody signed on
   * @param tokens checks what a program shows
   * @param logouts checks what says that somebody signed out
   */
  record Provider(
      OIDCProviderMetadata metadata,
      IDTokenValidator identities,
      JWTProcessor<SecurityContext> tokens,
      LogoutTokens logouts) {}

  synchronized ProviderHttp http() {
    if (http == null) {
      http = new ProviderHttp(settings.connect(), settings.answer(), outward);
    }
    return http;
  }

  /**
   * @throws Problem SIGN_ON_OFF; SIGN_ON_AWAY, while nothing is known yet
   */
  synchronized Provider provider() {
    String issuer = settings.issuer().orElseThrow(() -> Problem.of(ErrorCode.SIGN_ON_OFF));
    if (clock.instant().isBefore(askAgain)) {
      return known();
    }
    try {
      known = read(new Issuer(issuer));
      askAgain = clock.instant().plus(KEPT);
    } catch (IOException | GeneralException e) {
      LOG.log(Level.WARNING, "The sign-on provider does not say what it is: {0}", e.toString());
      askAgain = clock.instant().plus(AFTER_SILENCE);
    }
    return known();
  }

  private Provider known() {
    if (known == null) {
      throw Problem.of(ErrorCode.SIGN_ON_AWAY);
    }
    return known;
  }

  private Provider read(Issuer issuer) throws IOException, GeneralException {
    String said = http().get(OIDCProviderMetadata.resolveURL(issuer));
    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(said);
    if (!metadata.getIssuer().equals(issuer)) {
      throw new GeneralException("It calls itself " + metadata.getIssuer());
    }
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), http())
            .cache(KEYS_KEPT_MILLIS, settings.answer().toMillis())
            .retrying(true)
            .build();
    JWSVerificationKeySelector<SecurityContext> selector =
        new JWSVerificationKeySelector<>(SIGNATURES, keys);
    ClientID ours = new ClientID(settings.clientId());
    return new Provider(
        metadata,
        new IDTokenValidator(issuer, ours, selector, null),
        tokens(issuer, selector),
        new LogoutTokens(issuer, ours, selector));
  }

  private JWTProcessor<SecurityContext> tokens(
      Issuer issuer, JWSVerificationKeySelector<SecurityContext> selector) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(selector);
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.audience().orElse(null),
            new JWTClaimsSet.Builder().issuer(issuer.getValue()).build(),
            Set.of("sub", "exp", "iat")));
    return processor;
  }
}
