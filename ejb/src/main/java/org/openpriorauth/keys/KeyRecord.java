package org.openpriorauth.keys;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.model.KeyRingRepository;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/**
 * The short transactions around the ring's table. They are their own: a key that seals must stay,
 * even if whatever was sealed with it first is rolled back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class KeyRecord {
  private static final String SUBJECT = "key_ring";

  @Inject KeyRingRepository table;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * Adds keys, unless the ring went on meanwhile.
   *
   * @param seen the id of the newest key when they were made, or null if there was none
   */
  @Requires(value = "operations:change", clinic = false)
  public void add(Caller machine, List<WrappedKey> made, String seen) {
    table.takeTurn();
    if (!Objects.equals(seen, Turns.newest(table.all()).map(WrappedKey::id).orElse(null))) {
      return;
    }
    made.forEach(table::add);
    for (WrappedKey key : made) {
      fire(machine, "key.add", Map.of("key", key.id(), "wrapped_by", key.wrappedBy()));
    }
  }

  /** The same keys, wrapped anew. */
  @Requires(value = "operations:change", clinic = false)
  public void rewrap(Caller machine, Map<WrappedKey, Wrappings.Wrapped> anew) {
    table.takeTurn();
    anew.forEach((key, wrapped) -> table.rewrap(key, wrapped.bytes(), wrapped.by()));
    List<String> ids = anew.keySet().stream().map(WrappedKey::id).sorted().toList();
    fire(machine, "key.rewrap", Map.of("keys", ids));
  }

  /**
   * Ends a rotation: retires the earlier keys that no value is sealed with any more.
   *
   * @param inUse the keys that values are sealed with
   */
  @Requires(value = "operations:change", clinic = false)
  public void retire(Caller machine, Set<String> inUse) {
    table.takeTurn();
    List<WrappedKey> earlier = Turns.earlier(table.all());
    List<String> unused = ids(earlier).stream().filter(id -> !inUse.contains(id)).toList();
    List<String> used = ids(earlier).stream().filter(inUse::contains).toList();
    table.retire(unused, clock.instant());
    fire(machine, "key.retire", Map.of("retired", unused, "still_used", used));
  }

  private static List<String> ids(List<WrappedKey> keys) {
    return keys.stream().map(WrappedKey::id).toList();
  }

  private void fire(Caller machine, String action, Map<String, Object> detail) {
    audited.fire(new Audited(machine, action, SUBJECT, null, detail));
  }
}
