package org.openpriorauth.keys;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/** Which of the ring's data keys comes after which. */
final class Turns {
  static final Comparator<WrappedKey> ORDER =
      Comparator.comparing(WrappedKey::currentFrom).thenComparing(WrappedKey::id);

  private Turns() {}

  /** The key that is current, or will be after a grace. */
  static Optional<WrappedKey> newest(List<WrappedKey> table) {
    return table.stream().filter(key -> key.data() && key.currentFrom() != null).max(ORDER);
  }

  /** The keys before it that values may still be sealed with. */
  static List<WrappedKey> earlier(List<WrappedKey> table) {
    String newest = newest(table).map(WrappedKey::id).orElse(null);
    return table.stream()
        .filter(key -> key.data() && key.retiredAt() == null && !key.id().equals(newest))
        .toList();
  }
}
