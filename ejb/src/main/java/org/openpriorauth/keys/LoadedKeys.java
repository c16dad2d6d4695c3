package org.openpriorauth.keys;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/**
 * The keys in the open, as they were read at one time.
 *
 * @param turns keys that become current, or did, the earliest first
 * @param fallback the file's current key, which seals until the table has one that does; or null
 * @param indexKey null if there is none yet
 */
record LoadedKeys(
    Map<String, SecretKey> keys,
    List<WrappedKey> turns,
    String fallback,
    SecretKey indexKey,
    Instant readAt) {

  /**
   * @param before the keys of the last reading, which need no unwrapping; or null
   * @throws MasterKeyException if a key does not open
   */
  static LoadedKeys of(
      Optional<KeyFile.Content> file,
      List<WrappedKey> table,
      LoadedKeys before,
      Wrappings wrappings,
      Instant now) {
    Map<String, SecretKey> keys = new HashMap<>();
    SecretKey index = null;
    for (WrappedKey row : table) {
      if (row.data()) {
        SecretKey known = file.map(f -> f.keys().get(row.id())).orElse(known(before, row.id()));
        keys.put(row.id(), known != null ? known : unwrapped(wrappings, row));
      } else if (file.isEmpty()) {
        SecretKey known = before == null ? null : before.indexKey();
        index = known != null ? known : unwrapped(wrappings, row);
      } else if (before == null) {
        same(file.get().index(), unwrapped(wrappings, row).getEncoded());
      }
    }
    file.ifPresent(f -> keys.putAll(f.keys()));
    if (file.isPresent()) {
      index = new SecretKeySpec(file.get().index(), "HmacSHA256");
    }
    List<WrappedKey> turns =
        table.stream()
            .filter(row -> row.data() && row.currentFrom() != null)
            .sorted(Turns.ORDER)
            .toList();
    String fallback = file.map(KeyFile.Content::current).orElse(null);
    return new LoadedKeys(Map.copyOf(keys), turns, fallback, index, now);
  }

  /** With another index key no patient would be found, and each could be entered twice. */
  private static void same(byte[] inFile, byte[] inRing) {
    if (!MessageDigest.isEqual(inFile, inRing)) {
      throw new IllegalStateException(
          "openpriorauth.keys.file has another index key than the ring in the database: nothing"
              + " starts until it has the one that this installation began with.");
    }
  }

  LoadedKeys readAt(Instant time) {
    return new LoadedKeys(keys, turns, fallback, indexKey, time);
  }

  /** Whether it can seal and find. */
  boolean complete() {
    return indexKey != null && (fallback != null || !turns.isEmpty());
  }

  SecretKey key(String id) {
    return keys.get(id);
  }

  byte[] index() {
    return indexKey.getEncoded();
  }

  String current(Instant now) {
    String current = fallback;
    for (WrappedKey turn : turns) {
      if (!turn.currentFrom().isAfter(now) || current == null) {
        current = turn.id();
      }
    }
    return current;
  }

  private static SecretKey known(LoadedKeys before, String id) {
    return before == null ? null : before.key(id);
  }

  private static SecretKey unwrapped(Wrappings wrappings, WrappedKey row) {
    return new SecretKeySpec(wrappings.unwrap(row), "AES");
  }
}
