package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/** How long the newest data key has been sealing. */
@ApplicationScoped
public class KeysCheck implements Check {
  /** A rotation may fail for a week of nights before it is worth a word. */
  private static final long NIGHTS = 7;

  private static final String ADVICE =
      "Look at the last runs of the job rotate-keys, and start it.";

  @Inject InstallationFacts facts;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.rotate-after-days")
  long rotateAfterDays;

  @Override
  public Topic topic() {
    return Topic.KEYS;
  }

  @Override
  public Finding look(Caller caller) {
    return judge(facts.keys(caller), clock.instant(), rotateAfterDays);
  }

  /**
   * @param after how many days a new key is due
   */
  static Finding judge(List<WrappedKey> keys, Instant now, long after) {
    Optional<Instant> newest =
        keys.stream()
            .filter(WrappedKey::data)
            .map(WrappedKey::currentFrom)
            .filter(from -> from != null)
            .max(Comparator.naturalOrder());
    if (newest.isEmpty()) {
      return Finding.warn(
          "The keys have no date yet: no rotation has noted them.",
          "The next night notes them; or start the job rotate-keys.");
    }
    long days = Math.max(0, Duration.between(newest.get(), now).toDays());
    String found =
        "The newest key is %d days old; a new one is due after %d.".formatted(days, after);
    if (days <= after + NIGHTS) {
      return Finding.pass(found);
    }
    return days <= 2 * after + NIGHTS ? Finding.warn(found, ADVICE) : Finding.fail(found, ADVICE);
  }
}
