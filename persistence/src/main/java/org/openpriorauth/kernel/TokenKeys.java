package org.openpriorauth.kernel;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The public halves under which a token is accepted. One is the rule; while the signing key changes
 * there are two, and a token's {@code kid} says which one it means.
 */
public final class TokenKeys {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private TokenKeys() {}

  /**
   * What MicroProfile JWT is told ({@code mp.jwt.verify.publickey}): a single key as it was
   * written, several as a key set (RFC 7517).
   *
   * @param pems one PEM after the other
   */
  public static String verifying(String pems) {
    List<RSAPublicKey> keys = keys(pems);
    if (keys.size() < 2) {
      return pems;
    }
    return keys.stream()
        .map(
            key ->
                "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"e\":\"%s\",\"n\":\"%s\"}"
                    .formatted(
                        kid(key.getModulus(), key.getPublicExponent()),
                        number(key.getPublicExponent()),
                        number(key.getModulus())))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /**
   * The names of the keys under which tokens are accepted.
   *
   * @param pems one PEM after the other
   */
  public static Set<String> kids(String pems) {
    return keys(pems).stream()
        .map(key -> kid(key.getModulus(), key.getPublicExponent()))
        .collect(Collectors.toSet());
  }

  private static List<RSAPublicKey> keys(String pems) {
    List<RSAPublicKey> keys = new ArrayList<>();
    Matcher each = PEM.matcher(pems);
    while (each.find()) {
      keys.add(key(each.group(1)));
    }
    return keys;
  }

  /** A key's name is its thumbprint (RFC 7638): no list of names is needed anywhere. */
  public static String kid(BigInteger modulus, BigInteger exponent) {
    String canonical =
        "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(number(exponent), number(modulus));
    try {
      return encoded(
          MessageDigest.getInstance("SHA-256")
              .digest(canonical.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }

  private static RSAPublicKey key(String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "openpriorauth.token.public-key holds something that is no RSA key in PEM.", e);
    }
  }

  /** Big-endian without a sign (RFC 7518, 6.3.1). */
  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    byte[] plain = new byte[bytes.length - sign];
    System.arraycopy(bytes, sign, plain, 0, plain.length);
    return encoded(plain);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
