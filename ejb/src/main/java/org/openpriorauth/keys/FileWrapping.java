package org.openpriorauth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps under the current key of the site's file (AES-256-GCM), or rather under one derived from
 * it: the file's key also seals values, and one key is for one use.
 */
@ApplicationScoped
public class FileWrapping implements KeyWrapping {
  private static final byte[] USE = "openpriorauth key wrapping".getBytes(StandardCharsets.UTF_8);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();

  @Inject KeyFile file;

  @Override
  public String provider() {
    return "file";
  }

  @Override
  public String master() {
    return content().current();
  }

  @Override
  public byte[] wrap(byte[] key, Purpose purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] wrapped = run(Cipher.ENCRYPT_MODE, master(), nonce, key, purpose);
    return ByteBuffer.allocate(nonce.length + wrapped.length).put(nonce).put(wrapped).array();
  }

  @Override
  public byte[] unwrap(String master, byte[] wrapped, Purpose purpose) {
    if (wrapped.length <= NONCE_BYTES) {
      throw new MasterKeyException("Key " + purpose.id() + " of the ring is cut off.");
    }
    ByteBuffer in = ByteBuffer.wrap(wrapped);
    byte[] nonce = new byte[NONCE_BYTES];
    in.get(nonce);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    return run(Cipher.DECRYPT_MODE, master, nonce, sealed, purpose);
  }

  private KeyFile.Content content() {
    return file.content()
        .orElseThrow(
            () ->
                new MasterKeyException(
                    "openpriorauth.keys.file is not set, and a key of the ring needs it."));
  }

  private byte[] run(int mode, String master, byte[] nonce, byte[] in, Purpose purpose) {
    SecretKey key = content().keys().get(master);
    if (key == null) {
      throw new MasterKeyException(
          "Key %s is wrapped by key %s of openpriorauth.keys.file, which is not in it."
              .formatted(purpose.id(), master));
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, derived(key), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.bytes());
      return cipher.doFinal(in);
    } catch (GeneralSecurityException e) {
      throw new MasterKeyException("Key " + purpose.id() + " does not open under " + master, e);
    }
  }

  private static SecretKey derived(SecretKey key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
    return new SecretKeySpec(mac.doFinal(USE), "AES");
  }
}
