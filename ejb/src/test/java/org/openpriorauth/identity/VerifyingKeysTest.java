package org.openpriorauth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.TokenKeys;

class VerifyingKeysTest {
  @Test
  void aTokenNamesAKeyOfOursOrNone() throws GeneralSecurityException {
    RSAPublicKey ours = key();
    RSAPublicKey former = key();
    VerifyingKeys keys = new VerifyingKeys();
    keys.pems = Optional.of(pem(ours) + pem(former));
    keys.read();
    assertThat(keys.named(token(kid(ours)))).isTrue();
    assertThat(keys.named(token(kid(former)))).isTrue();
    assertThat(keys.named(token(kid(key())))).isFalse();
    assertThat(keys.named(token("../../dev/null"))).isFalse();
    assertThat(keys.named("nonsense")).isFalse();
    assertThat(keys.named("")).isFalse();
    assertThat(keys.named("bm9uc2Vuc2U.a.b")).isFalse();
  }

  private static RSAPublicKey key() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return (RSAPublicKey) generator.generateKeyPair().getPublic();
  }

  private static String kid(RSAPublicKey key) {
    return TokenKeys.kid(key.getModulus(), key.getPublicExponent());
  }

  private static String pem(RSAPublicKey key) {
    String base64 = Base64.getEncoder().encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  private static String token(String kid) {
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}";
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + ".e30.c2ln";
  }
}
