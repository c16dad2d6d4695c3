package org.openpriorauth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals whole documents, each with a key of its own that is sealed in turn ({@link FieldCipher}),
 * so that rotating the ring re-wraps keys and touches no content. Segments of 64 KiB under
 * AES-256-GCM; a nonce counts the segments and marks the last, so none can be cut off, swapped or
 * repeated (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
@ApplicationScoped
public class ContentCipher {
  private static final String KEY_PLACE = "clinical_document.content_key";
  private static final int KEY_BYTES = 32;
  private static final int PREFIX_BYTES = 7;
  private static final int SEGMENT = 64 * 1024;
  private static final int TAG = 16;

  private final SecureRandom random = new SecureRandom();

  @Inject FieldCipher fields;

  /**
   * @param key of the content, sealed: it goes into the document's row
   * @param content goes into the store
   */
  public record Sealed(byte[] key, byte[] content) {}

  public Sealed seal(UUID document, byte[] plain) {
    byte[] key = new byte[KEY_BYTES];
    byte[] prefix = new byte[PREFIX_BYTES];
    random.nextBytes(key);
    random.nextBytes(prefix);
    int segments = Math.max(1, (plain.length + SEGMENT - 1) / SEGMENT);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(PREFIX_BYTES + plain.length + segments * TAG);
    out.writeBytes(prefix);
    for (int i = 0; i < segments; i++) {
      int from = i * SEGMENT;
      int length = Math.min(SEGMENT, plain.length - from);
      boolean last = i == segments - 1;
      out.writeBytes(run(Cipher.ENCRYPT_MODE, key, nonce(prefix, i, last), plain, from, length));
    }
    return new Sealed(fields.seal(KEY_PLACE, document, key), out.toByteArray());
  }

  /**
   * @throws IllegalStateException if a byte was changed, or the content is another document's
   */
  public byte[] open(UUID document, byte[] sealedKey, byte[] sealed) {
    byte[] key = fields.open(KEY_PLACE, document, sealedKey);
    byte[] prefix = java.util.Arrays.copyOf(sealed, PREFIX_BYTES);
    ByteArrayOutputStream out = new ByteArrayOutputStream(sealed.length);
    int from = PREFIX_BYTES;
    for (int i = 0; from < sealed.length || i == 0; i++) {
      int length = Math.min(SEGMENT + TAG, sealed.length - from);
      boolean last = from + length == sealed.length;
      out.writeBytes(run(Cipher.DECRYPT_MODE, key, nonce(prefix, i, last), sealed, from, length));
      from += length;
    }
    return out.toByteArray();
  }

  private static byte[] nonce(byte[] prefix, int segment, boolean last) {
    return ByteBuffer.allocate(PREFIX_BYTES + Integer.BYTES + 1)
        .put(prefix)
        .putInt(segment)
        .put((byte) (last ? 1 : 0))
        .array();
  }

  private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] in, int from, int length) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
      return cipher.doFinal(in, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A document's content does not open.", e);
    }
  }
}
