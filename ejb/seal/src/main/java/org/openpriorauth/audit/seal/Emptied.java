package org.openpriorauth.audit.seal;

import java.util.HashMap;
import java.util.Map;

/** The seals of an export whose events are not there, held against what the chain says of it. */
final class Emptied {
  private final Map<Long, String> hashes = new HashMap<>();
  private long lastEmpty;
  private long firstEmpty;
  private Removal removal;

  void sealed(Seal seal) {
    hashes.put(seal.number(), seal.hash());
  }

  void empty(Seal seal) {
    firstEmpty = firstEmpty == 0 ? seal.number() : firstEmpty;
    lastEmpty = seal.number();
  }

  /** An event that a seal fixes. */
  void event(String line) {
    Removal.read(line)
        .filter(read -> removal == null || read.seal() > removal.seal())
        .ifPresent(read -> removal = read);
  }

  long seals() {
    return lastEmpty == 0 ? 0 : lastEmpty - firstEmpty + 1;
  }

  /** The day from which on all events are there, or none if none was removed. */
  String keptFrom() {
    return lastEmpty == 0 || fault() != null ? "" : removal.before();
  }

  /** What is wrong in plain words, or null. */
  String fault() {
    if (lastEmpty == 0) {
      return null;
    }
    if (removal == null || removal.seal() < lastEmpty) {
      return "the events of seal %d are gone, and no sealed event says that they were removed"
          .formatted(removal == null ? firstEmpty : lastEmpty);
    }
    return removal.hash().equals(hashes.get(removal.seal()))
        ? null
        : "the removal up to seal %d speaks of another seal".formatted(removal.seal());
  }
}
