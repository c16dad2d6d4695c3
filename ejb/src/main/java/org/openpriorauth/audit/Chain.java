package org.openpriorauth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.audit.model.SealRepository;
import org.openpriorauth.audit.model.SealRepository.Event;
import org.openpriorauth.audit.model.SealRepository.Stored;
import org.openpriorauth.audit.seal.MerkleTree;
import org.openpriorauth.audit.seal.Seal;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.FieldCipher;

/** One chain of seals: a clinic's, or the installation's where the clinic is null. */
@ApplicationScoped
public class Chain {
  /** What one seal fixes at most: so much is held in memory at once. */
  static final int MOST_EVENTS = 5000;

  private static final String INSTALLATION = "installation";
  private static final String KEYED = "audit_seal.hash";

  @Inject SealRepository seals;
  @Inject FieldCipher cipher;
  @Inject Clock clock;

  /**
   * Adds a link that fixes what has come since the last, up to a place.
   *
   * @return the link, or empty if nothing has come
   */
  Optional<Seal> extend(ClinicId clinic, long upTo) {
    seals.lock(clinic);
    Optional<Stored> last = seals.last(clinic);
    long after = last.map(Stored::upTo).orElse(0L);
    List<Event> events = seals.events(clinic, after, upTo, MOST_EVENTS);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    boolean full = events.size() == MOST_EVENTS;
    Seal seal =
        new Seal(
            name(clinic),
            last.map(Stored::number).orElse(0L) + 1,
            after,
            full ? events.get(events.size() - 1).position() : upTo,
            events.size(),
            root(events),
            last.map(Stored::hash).orElse(Seal.NONE),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    seals.add(
        clinic,
        new Stored(
            seal.number(),
            seal.after(),
            seal.upTo(),
            seal.events(),
            seal.root(),
            seal.previous(),
            seal.hash(),
            keyed(clinic, seal.hash()),
            seal.sealedAt()));
    return Optional.of(seal);
  }

  /**
   * What is wrong with a link, in plain words; empty if it holds.
   *
   * @param before the hash of the link before it
   * @param removed whether its events may be gone; all of them, or none
   */
  Optional<String> fault(ClinicId clinic, Stored stored, String before, boolean removed) {
    Seal seal = read(clinic, stored);
    String named = "Seal " + stored.number();
    if (!seal.hash().equals(stored.hash())) {
      return Optional.of(named + " was changed: its hash is another.");
    }
    if (!MessageDigest.isEqual(keyed(clinic, stored.hash()), stored.keyed())) {
      return Optional.of(named + " was not made by this installation.");
    }
    if (!seal.previous().equals(before)) {
      return Optional.of(named + " does not follow the one before it.");
    }
    List<Event> events = seals.events(clinic, stored.after(), stored.upTo(), MOST_EVENTS + 1);
    if (removed && events.isEmpty()) {
      return Optional.empty();
    }
    if (events.size() != stored.events()) {
      return Optional.of(
          "%s fixed %d events, and there are %d: one was removed or inserted."
              .formatted(named, stored.events(), events.size()));
    }
    return root(events).equals(seal.root())
        ? Optional.empty()
        : Optional.of("An event under seal " + stored.number() + " was changed.");
  }

  Seal read(ClinicId clinic, Stored stored) {
    return new Seal(
        name(clinic),
        stored.number(),
        stored.after(),
        stored.upTo(),
        stored.events(),
        stored.root(),
        stored.previous(),
        stored.sealedAt());
  }

  static String name(ClinicId clinic) {
    return clinic == null ? INSTALLATION : clinic.toString();
  }

  private static String root(List<Event> events) {
    MerkleTree tree = new MerkleTree();
    events.forEach(event -> tree.add(EventLine.of(event)));
    return HexFormat.of().formatHex(tree.root());
  }

  private byte[] keyed(ClinicId clinic, String hash) {
    return cipher.index(clinic, KEYED, hash);
  }
}
