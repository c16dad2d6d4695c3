package org.openpriorauth.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.ContentCipher;

/** Long contents in the store, each sealed with a key of its own. Called without a transaction. */
@ApplicationScoped
public class Contents {
  @Inject ChosenStore store;
  @Inject ContentCipher cipher;

  /**
   * @return the sealed key, for the content's row
   */
  public byte[] keep(ClinicId clinic, UUID id, byte[] plain) {
    ContentCipher.Sealed sealed = cipher.seal(id, plain);
    store.put(clinic, id, sealed.content());
    return sealed.key();
  }

  public byte[] read(ClinicId clinic, UUID id, byte[] sealedKey) {
    return cipher.open(id, sealedKey, store.get(clinic, id));
  }
}
