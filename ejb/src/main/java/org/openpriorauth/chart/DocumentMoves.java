package org.openpriorauth.chart;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Requires;

/**
 * Takes contents from the former store into the current one while the system is at work. A content
 * leaves the former store only when the current one was seen to hold the same bytes, so whoever
 * reads finds it in one of them, and a move that breaks off is simply made again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentMoves {
  @Inject ChosenStore stores;

  /**
   * What a clinic still has in the former store.
   *
   * @param after the last id of the page before, or null
   * @return empty at the end, and if nothing moves
   */
  @Requires("operations:change")
  public List<UUID> waiting(Caller caller, UUID after, int limit) {
    return stores
        .former()
        .map(former -> former.ids(caller.clinic(), after, limit))
        .orElse(List.of());
  }

  /**
   * Moves one content; one that is gone from the former store was moved by somebody else.
   *
   * @throws IllegalStateException if the stores hold different bytes: both then keep what they have
   */
  @Requires("operations:change")
  public void move(Caller caller, UUID content) {
    ClinicId clinic = caller.clinic();
    DocumentStore former = stores.former().orElseThrow();
    Optional<byte[]> held = former.find(clinic, content);
    if (held.isEmpty()) {
      return;
    }
    DocumentStore current = stores.current();
    // What was stored since the change is newer than what moves.
    current.putIfAbsent(clinic, content, held.get());
    Optional<byte[]> arrived = current.find(clinic, content);
    if (arrived.isEmpty() || !Arrays.equals(held.get(), arrived.get())) {
      throw new IllegalStateException(
          "Content %s of clinic %s is not the same in both stores; both keep what they have."
              .formatted(content, clinic));
    }
    former.remove(clinic, content);
  }
}
