package org.openpriorauth.network;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How often somebody may call, counted on this node. Calls come back one by one over the minute, so
 * who used all of them waits for the next one and not for the end of a window.
 */
@ApplicationScoped
public class RateLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Who called last is remembered; some 300 bytes each. */
  private static final int MOST_REMEMBERED = 50_000;

  @Inject Config config;

  private final Map<Limit, Long> quotas = new EnumMap<>(Limit.class);
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /**
   * Where somebody stands after a call.
   *
   * @param quota calls a window
   * @param left calls that may follow at once
   * @param fullSeconds until the whole quota is there again
   * @param waitSeconds before the next call is taken; 0 if this one was
   */
  public record Standing(Limit limit, long quota, long left, long fullSeconds, long waitSeconds) {
    public boolean refused() {
      return waitSeconds > 0;
    }

    public long windowSeconds() {
      return WINDOW.toSeconds();
    }
  }

  @PostConstruct
  void read() {
    for (Limit limit : Limit.values()) {
      quotas.put(limit, config.getValue("openpriorauth.limits." + limit.word(), Long.class));
    }
  }

  /**
   * Counts a call.
   *
   * @param who whose call it is, and at which door if the limit is for each door apart
   * @return nothing where the site sets no limit
   */
  public Optional<Standing> count(Limit limit, String who) {
    long quota = quotas.get(limit);
    if (quota <= 0) {
      return Optional.empty();
    }
    ConsumptionProbe probe =
        bucket(limit.word() + " " + who, quota).tryConsumeAndReturnRemaining(1);
    return Optional.of(
        new Standing(
            limit,
            quota,
            probe.getRemainingTokens(),
            seconds(probe.getNanosToWaitForReset()),
            probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill()))));
  }

  /**
   * Where somebody stands without a further call; nothing where calls are left, or no limit is set.
   */
  public Optional<Standing> spent(Limit limit, String who) {
    long quota = quotas.get(limit);
    if (quota <= 0) {
      return Optional.empty();
    }
    EstimationProbe probe = bucket(limit.word() + " " + who, quota).estimateAbilityToConsume(1);
    long wait = seconds(probe.getNanosToWaitForRefill());
    return probe.canBeConsumed()
        ? Optional.empty()
        : Optional.of(new Standing(limit, quota, 0, WINDOW.toSeconds(), Math.max(1, wait)));
  }

  private Bucket bucket(String key, long quota) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          key,
          k ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                  .build());
    }
  }

  private static long seconds(long nanos) {
    return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
  }
}
