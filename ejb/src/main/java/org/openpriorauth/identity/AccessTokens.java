package org.openpriorauth.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.TokenKeys;

/**
 * Signs access tokens: RS256, a quarter of an hour, carrying clinic, session and permissions, and
 * nothing about a patient. The container verifies them (MicroProfile JWT) by the public half.
 */
@ApplicationScoped
public class AccessTokens {
  /** Claim names of our own; the rest are RFC 7519's and MicroProfile's. */
  public static final String CLINIC = "clinic";

  public static final String SESSION = "sid";

  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.token.private-key")
  String privateKeyPem;

  @Inject
  @ConfigProperty(name = "mp.jwt.verify.issuer")
  String issuer;

  @Inject
  @ConfigProperty(name = "mp.jwt.verify.audiences")
  String audiences;

  @Inject
  @ConfigProperty(name = "openpriorauth.token.access-minutes")
  long minutes;

  private RSASSASigner signer;
  private String kid;

  @PostConstruct
  void readKey() {
    String base64 = privateKeyPem.replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      PrivateKey key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
      signer = new RSASSASigner(key);
      RSAPrivateCrtKey numbers = (RSAPrivateCrtKey) key;
      kid = TokenKeys.kid(numbers.getModulus(), numbers.getPublicExponent());
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
      throw new IllegalStateException(
          "openpriorauth.token.private-key is no RSA key in PKCS#8 PEM.", e);
    }
  }

  /** How long a token counts that is issued now: none outlives the emergency that it carries. */
  public Duration lifetime(SignedIn person) {
    Duration usual = Duration.ofMinutes(minutes);
    if (person.emergency() == null) {
      return usual;
    }
    Duration left = Duration.between(clock.instant(), person.emergency().endsAt());
    return left.compareTo(usual) < 0 ? left : usual;
  }

  public String issue(SignedIn person) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            // While a site changes it there are two: the first is what tokens carry from now on.
            .audience(audiences.split(",", 2)[0])
            .subject(person.user().toString())
            .claim("upn", person.username())
            .claim("groups", List.copyOf(person.permissions()))
            .claim(CLINIC, person.clinic().toString())
            .claim(SESSION, person.session().toString())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime(person))))
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(kid).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("The signing key does not sign.", e);
    }
    return token.serialize();
  }
}
