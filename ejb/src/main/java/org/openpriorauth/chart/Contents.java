package org.openpriorauth.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.ContentCipher;

/** Long contents, each sealed with a key of its own. */
@ApplicationScoped
public class Contents {
  @Inject ChosenStore store;
  @Inject ContentCipher cipher;

  /**
   * Puts it into the store. Called without a transaction.
   *
   * @return the sealed key, for the content's row
   */
  public byte[] keep(ClinicId clinic, UUID id, byte[] plain) {
    ContentCipher.Sealed sealed = cipher.seal(id, plain);
    store.put(clinic, id, sealed.content());
    return sealed.key();
  }

  /** Called without a transaction. */
  public byte[] read(ClinicId clinic, UUID id, byte[] sealedKey) {
    return cipher.open(id, sealedKey, store.get(clinic, id));
  }

  /** For a content whose row holds it, beside its key. */
  public ContentCipher.Sealed sealed(UUID id, byte[] plain) {
    return cipher.seal(id, plain);
  }

  public byte[] opened(UUID id, byte[] sealedKey, byte[] sealed) {
    return cipher.open(id, sealedKey, sealed);
  }
}
