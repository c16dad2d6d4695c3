package org.openpriorauth.identity.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openpriorauth.identity.IdentityProvider.SignedOut;

class LogoutTokensTest {
  private static final String ISSUER = "https://sso.hospital.example";
  private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private static RSAKey theirs;
  private static LogoutTokens tokens;

  @BeforeAll
  static void aProvider() throws JOSEException {
    theirs = new RSAKeyGenerator(2048).keyID("k").generate();
    tokens =
        new LogoutTokens(
            new Issuer(ISSUER),
            new ClientID("us"),
            new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256), new ImmutableJWKSet<>(new JWKSet(theirs))));
  }

  @Test
  void aGoodOneSaysWhoAndWhich() throws Exception {
    SignedOut said = tokens.read(signed(TYPE, good().claim("sid", "s-1").build()));
    assertThat(said.issuer()).isEqualTo(ISSUER);
    assertThat(said.subject()).isEqualTo("nina");
    assertThat(said.session()).isEqualTo("s-1");
    assertThat(tokens.read(signed(TYPE, good().build())).session()).isNull();
    assertThat(tokens.read(signed(TYPE, good().subject(null).claim("sid", "s").build())).subject())
        .isNull();
  }

  static Stream<JWTClaimsSet> bad() {
    Instant past = Instant.now().minusSeconds(600);
    return Stream.of(
        good().claim("nonce", "n").build(),
        good().claim("events", null).build(),
        good().claim("events", Map.of("http://schemas.openid.net/event/other", Map.of())).build(),
        good().audience("cafeteria").build(),
        good().issuer("https://sso.other.example").build(),
        good().expirationTime(Date.from(past)).build(),
        good().expirationTime(null).build(),
        good().issueTime(null).build(),
        good().jwtID(null).build(),
        good().subject(null).build());
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatLacksSomethingIsNone(JWTClaimsSet claims) {
    assertThatThrownBy(() -> tokens.read(signed(TYPE, claims))).isNotNull();
  }

  @Test
  void anotherKindOfTokenIsNone() {
    JWTClaimsSet claims = good().build();
    assertThatThrownBy(() -> tokens.read(signed(JOSEObjectType.JWT, claims))).isNotNull();
    assertThatThrownBy(() -> tokens.read(signed(null, claims))).isNotNull();
    assertThatThrownBy(() -> tokens.read("nonsense")).isNotNull();
  }

  @Test
  void nobodyElseSignsOne() {
    JWTClaimsSet claims = good().build();
    assertThatThrownBy(
            () -> {
              RSAKey somebodys = new RSAKeyGenerator(2048).keyID("k").generate();
              tokens.read(signed(new RSASSASigner(somebodys), JWSAlgorithm.RS256, TYPE, claims));
            })
        .isNotNull();
    byte[] known = "a secret that the two of us share, 32+".getBytes(UTF_8);
    assertThatThrownBy(
            () -> tokens.read(signed(new MACSigner(known), JWSAlgorithm.HS256, TYPE, claims)))
        .isNotNull();
  }

  private static JWTClaimsSet.Builder good() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("us")
        .subject("nina")
        .jwtID("j")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(120)))
        .claim("events", Map.of(EVENT, Map.of()));
  }

  private static String signed(JOSEObjectType type, JWTClaimsSet claims) throws JOSEException {
    return signed(new RSASSASigner(theirs), JWSAlgorithm.RS256, type, claims);
  }

  private static String signed(
      JWSSigner signer, JWSAlgorithm algorithm, JOSEObjectType type, JWTClaimsSet claims)
      throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(algorithm).type(type).keyID("k").build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }
}
