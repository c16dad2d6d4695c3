package org.openpriorauth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openpriorauth.audit.model.SealRepository;
import org.openpriorauth.audit.model.SealRepository.Stored;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.FieldCipher;

/**
 * What of a chain was removed because it had been kept long enough. The chain says so itself, with
 * an event that a seal fixes and that only who has the keys can write: what is missing without such
 * a word was taken away.
 */
@ApplicationScoped
public class Removals {
  /** The event's action; the database looks for it by this name. */
  static final String ACTION = "audit.remove";

  private static final String KEYED = "audit_event.removal";

  @Inject SealRepository seals;
  @Inject FieldCipher cipher;

  /**
   * @param seal the number of the last link whose events went, 0 for none
   * @param before the day, in UTC, on which nothing younger was removed; null for none
   */
  public record Removal(long seal, LocalDate before) {
    static final Removal NONE = new Removal(0, null);
  }

  /**
   * What is under a seal. Before that it does not count, for whoever can insert could say it.
   *
   * @param problems takes what is wrong with it
   */
  Removal inForce(ClinicId clinic, List<String> problems) {
    long sealed = seals.last(clinic).map(Stored::upTo).orElse(0L);
    Optional<SealRepository.Removal> said = seals.removal(clinic, sealed);
    if (said.isEmpty()) {
      return Removal.NONE;
    }
    if (!ours(clinic, said.get())) {
      problems.add("A removal of events was not noted by this installation.");
      return Removal.NONE;
    }
    return new Removal(Long.parseLong(said.get().seal()), LocalDate.parse(said.get().before()));
  }

  /** The link up to which a removal was noted already, sealed or not; 0 if none was. */
  long noted(ClinicId clinic) {
    return seals
        .removal(clinic, Long.MAX_VALUE)
        .filter(said -> ours(clinic, said))
        .map(said -> Long.parseLong(said.seal()))
        .orElse(0L);
  }

  /** The newest link that, like all before it, fixes nothing of that day or later. */
  Optional<Stored> last(ClinicId clinic, LocalDate before) {
    long place =
        seals
            .firstSince(clinic, before.atStartOfDay(ZoneOffset.UTC).toInstant())
            .orElse(Long.MAX_VALUE);
    return seals.lastBelow(clinic, place);
  }

  /** What the event says. */
  Map<String, Object> detail(ClinicId clinic, Stored last, LocalDate before) {
    String keyed = keyed(clinic, last.number(), last.upTo(), last.hash(), before.toString());
    return Map.of(
        "seal", last.number(),
        "up_to", last.upTo(),
        "hash", last.hash(),
        "before", before.toString(),
        "keyed", keyed);
  }

  private boolean ours(ClinicId clinic, SealRepository.Removal said) {
    String expected = keyed(clinic, said.seal(), said.upTo(), said.hash(), said.before());
    return said.keyed() != null
        && MessageDigest.isEqual(HexFormat.of().parseHex(expected), bytes(said.keyed()));
  }

  private static byte[] bytes(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private String keyed(ClinicId clinic, Object... said) {
    StringBuilder all = new StringBuilder();
    for (Object one : said) {
      all.append(one).append('/');
    }
    return HexFormat.of().formatHex(cipher.index(clinic, KEYED, all.toString()));
  }
}
