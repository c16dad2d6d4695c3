package org.openpriorauth.keys;

import static org.openpriorauth.keys.model.KeyRingRepository.WrappedKey.DATA;
import static org.openpriorauth.keys.model.KeyRingRepository.WrappedKey.INDEX;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.model.KeyRingRepository;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/**
 * A change of key, step by step; {@link SealedValues} does the sealing between. Without a
 * transaction, because the master key may be far away.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyRotationService {
  /** A new key becomes current after so many refreshes: by then every node has read it. */
  private static final int GRACE = 2;

  @Inject KeyRingRepository table;
  @Inject KeyRecord record;
  @Inject KeyRing ring;
  @Inject KeyFile file;
  @Inject KeyMaker maker;
  @Inject Wrappings wrappings;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.rotate-after-days")
  long rotateAfterDays;

  /** Whether a rotation has anything to do: a key is old, or an earlier one is still in use. */
  @Requires(value = "operations:change", clinic = false)
  public boolean due(Caller machine) {
    List<WrappedKey> keys = table.all();
    return old(keys)
        || Turns.newest(keys).isEmpty()
        || !Turns.earlier(keys).isEmpty()
        || !elsewhere(keys).isEmpty();
  }

  /**
   * Takes the file's keys into the table, wraps anew what another master key wrapped, and makes a
   * data key if the newest is old. The keys of a file have no date, so the first rotation after
   * they came only notes them, and their time runs from there.
   *
   * @param now makes a key however young the newest is
   * @return whether values may be sealed with an earlier key
   */
  @Requires(value = "operations:change", clinic = false)
  public boolean begin(Caller machine, boolean now) {
    ring.readAnew();
    List<WrappedKey> before = table.all();
    String newest = newest(before);
    List<WrappedKey> missing = missing(before);
    if (!missing.isEmpty()) {
      record.add(machine, missing, newest);
    }
    List<WrappedKey> keys = table.all();
    boolean makes = now || old(keys);
    List<WrappedKey> rewrapped = makes ? keys : elsewhere(keys);
    if (!rewrapped.isEmpty()) {
      rewrap(machine, rewrapped);
    }
    if (makes) {
      Instant made = clock.instant();
      Instant from = made.plus(ring.refresh().multipliedBy(GRACE));
      record.add(machine, List.of(maker.dataKey(made, from)), newest(keys));
    }
    ring.readAnew();
    return !Turns.earlier(table.all()).isEmpty();
  }

  /** How long until every node seals with the newest key, and what it began before has ended. */
  @Requires(value = "operations:change", clinic = false)
  public Duration untilCurrent(Caller machine) {
    Duration left =
        Turns.newest(table.all())
            .map(key -> Duration.between(clock.instant(), key.currentFrom().plus(ring.refresh())))
            .orElse(Duration.ZERO);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * @param inUse the keys that values are sealed with, of all clinics and of nobody's
   */
  @Requires(value = "operations:change", clinic = false)
  public void end(Caller machine, Set<String> inUse) {
    record.retire(machine, inUse);
  }

  private boolean old(List<WrappedKey> keys) {
    Instant limit = clock.instant().minus(Duration.ofDays(rotateAfterDays));
    return Turns.newest(keys).filter(key -> !key.currentFrom().isAfter(limit)).isPresent();
  }

  /** What the file has and the table has not. The file's current key stays so until a new one. */
  private List<WrappedKey> missing(List<WrappedKey> keys) {
    List<WrappedKey> missing = new ArrayList<>();
    if (file.content().isEmpty()) {
      return missing;
    }
    KeyFile.Content content = file.content().get();
    Instant now = clock.instant();
    Set<String> there =
        keys.stream().filter(WrappedKey::data).map(WrappedKey::id).collect(Collectors.toSet());
    String begins = Turns.newest(keys).isPresent() ? null : content.current();
    for (Map.Entry<String, SecretKey> key : content.keys().entrySet()) {
      String id = key.getKey();
      if (!there.contains(id)) {
        Instant from = id.equals(begins) ? now : null;
        missing.add(maker.wrapped(DATA, id, key.getValue().getEncoded(), now, from));
      }
    }
    if (keys.stream().allMatch(WrappedKey::data)) {
      missing.add(maker.wrapped(INDEX, INDEX, content.index(), now, null));
    }
    return missing;
  }

  private List<WrappedKey> elsewhere(List<WrappedKey> keys) {
    String present = wrappings.present();
    return keys.stream().filter(key -> !key.wrappedBy().equals(present)).toList();
  }

  private void rewrap(Caller machine, List<WrappedKey> keys) {
    Map<WrappedKey, Wrappings.Wrapped> anew = new HashMap<>();
    for (WrappedKey key : keys) {
      anew.put(key, wrappings.wrap(key.kind(), key.id(), wrappings.unwrap(key)));
    }
    record.rewrap(machine, anew);
  }

  private static String newest(List<WrappedKey> keys) {
    return Turns.newest(keys).map(WrappedKey::id).orElse(null);
  }
}
