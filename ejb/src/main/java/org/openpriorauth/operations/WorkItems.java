package org.openpriorauth.operations;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;

/**
 * The short transactions around work: claim, then act with no transaction open, then record. Each
 * runs in its own transaction, so that a claim is visible before the work begins.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WorkItems {
  /** A listener that waits for its turn needs no second call at once. */
  private static final Duration BETWEEN_WAKE_UPS = Duration.ofSeconds(15);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  @Inject WorkItemRepository items;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.work.lease-seconds")
  long leaseSeconds;

  @Inject
  @ConfigProperty(name = "openpriorauth.work.attempts")
  int mostAttempts;

  @Inject
  @ConfigProperty(name = "openpriorauth.work.first-pause-seconds")
  long firstPauseSeconds;

  /** Nothing if it is taken, done or not due: then somebody else does it, or did. */
  @Requires("work:do")
  public Optional<WorkItem> claim(Caller caller, UUID id) {
    Instant now = clock.instant();
    return items.claim(caller.clinic(), id, now, now.plusSeconds(leaseSeconds));
  }

  /** Ends work that leaves nothing else to record. */
  @Requires("work:do")
  public boolean done(Caller caller, WorkItem item) {
    return items.finish(item, "done", clock.instant());
  }

  /**
   * Puts the item back with a growing pause, or gives up after the configured number of attempts.
   *
   * @param problem in words without patient data
   * @return whether it will be tried again
   */
  @Requires("work:do")
  public boolean failed(Caller caller, WorkItem item, String problem) {
    Instant now = clock.instant();
    if (item.attempt() >= mostAttempts) {
      items.finish(item, "given_up", now);
      return false;
    }
    items.postpone(item, now.plus(pause(firstPauseSeconds, item.attempt())), problem);
    return true;
  }

  /** Puts the item back with a growing pause, however often: for what must not be given up. */
  @Requires("work:do")
  public void again(Caller caller, WorkItem item, String problem) {
    items.postpone(item, clock.instant().plus(pause(firstPauseSeconds, item.attempt())), problem);
  }

  /** Whether this attempt is the last one that a failure may have. */
  @Requires("work:do")
  public boolean last(Caller caller, WorkItem item) {
    return item.attempt() >= mostAttempts;
  }

  /** Prolongs the claims of work that goes on. */
  @Requires(value = "work:sweep", clinic = false)
  public void renew(Caller machine, Set<WorkItem> held) {
    Instant until = clock.instant().plusSeconds(leaseSeconds);
    held.forEach(item -> items.renew(item, until));
  }

  /** What has waited past its time, in all clinics, after freeing what dead workers held. */
  @Requires(value = "work:sweep", clinic = false)
  public List<WorkItem.Ref> overdue(Caller machine, Duration grace, int limit) {
    Instant now = clock.instant();
    items.freeExpiredLeases(now, firstPauseSeconds);
    return items.overdue(now, now.minus(grace), now.minus(BETWEEN_WAKE_UPS), limit);
  }

  /** The first, four times as long, sixteen times, … at most an hour. */
  static Duration pause(long firstSeconds, int attempt) {
    Duration pause =
        Duration.ofSeconds(firstSeconds).multipliedBy(1L << Math.min(2 * (attempt - 1), 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
