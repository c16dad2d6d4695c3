package org.openpriorauth.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.keys.model.KeyRingRepository;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/** Makes keys; a whole ring of them where an installation begins without a file. */
@ApplicationScoped
public class KeyMaker {
  private static final int KEY_BYTES = 32;
  private static final int NAME_BYTES = 4;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SecureRandom random = new SecureRandom();

  @Inject KeyRingRepository table;
  @Inject KeyRecord record;
  @Inject Wrappings wrappings;
  @Inject Clock clock;

  /**
   * The first data key and the index key.
   *
   * @throws IllegalStateException if something is sealed already: then keys are missing, and new
   *     ones would hide what the old ones found
   */
  void begin() {
    if (table.anythingSealed()) {
      throw new IllegalStateException(
          "Values are sealed in this database, and the key ring is empty:"
              + " openpriorauth.keys.file does not name the file they were sealed with.");
    }
    Instant now = clock.instant();
    List<WrappedKey> made =
        List.of(
            wrapped(WrappedKey.INDEX, WrappedKey.INDEX, bytes(KEY_BYTES), now, null),
            dataKey(now, now));
    record.add(Caller.machine("keys", "operations:change"), made, null);
  }

  /**
   * @param from when it becomes current
   */
  WrappedKey dataKey(Instant now, Instant from) {
    String id = "k" + DAY.format(now) + "-" + HexFormat.of().formatHex(bytes(NAME_BYTES));
    return wrapped(WrappedKey.DATA, id, bytes(KEY_BYTES), now, from);
  }

  WrappedKey wrapped(String kind, String id, byte[] key, Instant now, Instant from) {
    Wrappings.Wrapped wrapped = wrappings.wrap(kind, id, key);
    return new WrappedKey(id, kind, wrapped.bytes(), wrapped.by(), now, from, null);
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
