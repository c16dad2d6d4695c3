package org.openpriorauth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openpriorauth.kernel.ClinicId;

/**
 * Seals values that identify people: AES-256-GCM under a key of the {@link KeyRing}, bound to the
 * column and row they belong to, so that a blob copied to another row does not open. A sealed value
 * is format (1 byte), length and id of the key, nonce (12 bytes), ciphertext with tag.
 */
@ApplicationScoped
public class FieldCipher {
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  @Inject KeyRing ring;

  /**
   * @param place table and column, e.g. {@code patient.identity}
   */
  public byte[] seal(String place, UUID row, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String keyId = ring.current();
    byte[] sealed = run(Cipher.ENCRYPT_MODE, keyId, nonce, place, row, plain);
    byte[] head = head(keyId);
    return ByteBuffer.allocate(head.length + NONCE_BYTES + sealed.length)
        .put(head)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** What every value sealed with the key begins with, and no other value does. */
  static byte[] head(String keyId) {
    byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(2 + id.length).put(FORMAT).put((byte) id.length).put(id).array();
  }

  /**
   * @throws IllegalStateException if the value was altered, moved from its place, or its key is
   *     gone
   */
  public byte[] open(String place, UUID row, byte[] blob) {
    ByteBuffer in = ByteBuffer.wrap(blob);
    if (in.get() != FORMAT) {
      throw new IllegalStateException("A sealed value of " + place + " has an unknown format.");
    }
    byte[] id = new byte[in.get()];
    in.get(id);
    byte[] nonce = new byte[NONCE_BYTES];
    in.get(nonce);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    String keyId = new String(id, StandardCharsets.US_ASCII);
    return run(Cipher.DECRYPT_MODE, keyId, nonce, place, row, sealed);
  }

  /**
   * A keyed hash by which a sealed value can be found again, in one clinic and one place only:
   * equal values in two clinics have nothing in common.
   */
  public byte[] index(ClinicId clinic, String place, String value) {
    return index(clinic, place, value.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for bytes. */
  public byte[] index(ClinicId clinic, String place, byte[] value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ring.indexKey(), "HmacSHA256"));
      mac.update((clinic + "/" + place + "/").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK lacks HmacSHA256.", e);
    }
  }

  private byte[] run(int mode, String keyId, byte[] nonce, String place, UUID row, byte[] in) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, ring.key(keyId), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((place + "/" + row).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(in);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A sealed value of " + place + " does not open.", e);
    }
  }
}
