package org.openpriorauth.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One browser's way to the hospital's sign-on and back. All that protects it is made of one secret
 * that the browser keeps in a cookie: what comes back must come back to the same browser (RFC 9700,
 * 4.7), and a stolen code is of no use without it (RFC 7636).
 *
 * @param secret 256 random bits
 */
public record SignOnAttempt(String secret) {
  public static SignOnAttempt fresh() {
    return new SignOnAttempt(OneTimeSecret.next());
  }

  public String state() {
    return derived("state");
  }

  public String nonce() {
    return derived("nonce");
  }

  /** 43 characters, as RFC 7636 wants at least. */
  public String verifier() {
    return derived("verifier");
  }

  /** Whether what came back belongs to this attempt. */
  public boolean began(String state) {
    return state != null
        && MessageDigest.isEqual(
            state.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
  }

  private String derived(String what) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK lacks HmacSHA256.", e);
    }
  }
}
