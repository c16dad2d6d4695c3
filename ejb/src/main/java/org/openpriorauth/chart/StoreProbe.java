package org.openpriorauth.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;

/** Tries the document store with a content of nobody's. */
@ApplicationScoped
public class StoreProbe {
  private static final ClinicId NOBODYS = new ClinicId(new UUID(0, 1));

  @Inject ChosenStore stores;

  /**
   * @param same whether what was stored came back
   * @param room bytes that are left, where the store knows
   */
  public record Answer(boolean same, OptionalLong room) {}

  /**
   * Stores something, reads it and takes it away.
   *
   * @throws org.openpriorauth.kernel.Problem DOCUMENT_STORE_AWAY
   * @throws IllegalStateException that names the setting which is missing or wrong
   */
  public Answer look() {
    DocumentStore store = stores.current();
    UUID id = UUID.randomUUID();
    byte[] content = id.toString().getBytes(StandardCharsets.US_ASCII);
    store.put(NOBODYS, id, content);
    try {
      boolean same = store.find(NOBODYS, id).filter(c -> Arrays.equals(c, content)).isPresent();
      return new Answer(same, store.room());
    } finally {
      store.remove(NOBODYS, id);
    }
  }
}
