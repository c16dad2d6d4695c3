package org.openpriorauth.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes of an authenticator (RFC 6238): HMAC-SHA-1, six digits, thirty seconds, which is what every
 * authenticator can do. A code of the step before or after is taken too, for clocks that differ.
 */
public final class Totp {
  /** Bytes of a secret; RFC 4226 asks for 16 and recommends 20. */
  public static final int SECRET_BYTES = 20;

  private static final int SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  private static final int TOLERANCE = 1;

  private Totp() {}

  /** The time step whose code this is, or nothing. */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    long present = step(now);
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, given) && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The time step of this moment, counted from 1970. */
  public static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), SECONDS);
  }

  /** What an authenticator shows during a time step. */
  public static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return "%06d".formatted(number % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK lacks HmacSHA1.", e);
    }
  }

  /** The secret as a person types it. */
  public static String base32(byte[] secret) {
    return new Base32().encodeToString(secret).replace("=", "");
  }

  /** The other way. */
  public static byte[] bytes(String base32) {
    return new Base32().decode(base32);
  }

  /** What an authenticator reads from the picture. */
  static String uri(byte[] secret, String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(issuer), encoded(account), base32(secret), encoded(issuer));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
