package org.openpriorauth.identity;

import at.favre.lib.crypto.bcrypt.BCrypt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;

/**
 * bcrypt at cost 12 over the password's SHA-256, so that long pass phrases count in full (bcrypt
 * reads 72 bytes), normalized, because two keyboards may send one letter differently (NIST SP
 * 800-63B 5.1.1.2). One check costs about a quarter of a second of one core.
 */
@ApplicationScoped
public class Passwords {
  private static final int COST = 12;
  private final String nobodys = hash("nobody has this password");

  public String hash(String password) {
    return BCrypt.withDefaults().hashToString(COST, digest(password));
  }

  boolean matches(String password, String hash) {
    return BCrypt.verifyer().verify(digest(password), hash.toCharArray()).verified;
  }

  /** Takes as long as a real check, so that the answer's time does not tell who exists. */
  void checkInVain(String password) {
    matches(password, nobodys);
  }

  private static char[] digest(String password) {
    try {
      String same = Normalizer.normalize(password, Normalizer.Form.NFKC);
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(same.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash).toCharArray();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }
}
