package org.openpriorauth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Nothing that hangs or breaks keeps a round from its answers. */
class RoundTest {
  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final Caller CALLER =
      Caller.system(new ClinicId(UUID.randomUUID()), "test", "checks:read", "user:read", "more");

  private final AtomicInteger started = new AtomicInteger();
  private final Round round = new Round(LIMIT);
  private final ThreadFactory threads =
      work -> {
        started.incrementAndGet();
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
      };

  private record Said(Topic topic, Function<Caller, Finding> says) implements Check {
    @Override
    public Finding look(Caller caller) {
      return says.apply(caller);
    }
  }

  @Test
  void whatHangsIsUnknownAndTheOthersAnswer() {
    CountDownLatch held = new CountDownLatch(1);
    Check hangs = new Said(Topic.BROKER, caller -> wait(held));
    Check breaks =
        new Said(
            Topic.KEYS,
            caller -> {
              throw new IllegalStateException("secret");
            });
    Check good = new Said(Topic.CLOCK, caller -> Finding.pass("ticks"));
    long begun = System.nanoTime();
    List<Finding> found = round.of(CALLER, List.of(hangs, breaks, good), threads);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT.multipliedBy(5));
    assertThat(found.get(0)).isEqualTo(Finding.SILENT);
    assertThat(found.get(1)).isEqualTo(Finding.BROKEN);
    assertThat(found.get(1).found()).doesNotContain("secret");
    assertThat(found.get(2).found()).isEqualTo("ticks");

    // Asked again while it hangs: the same thread, and no more waiting.
    int threadsBefore = started.get();
    begun = System.nanoTime();
    assertThat(round.of(CALLER, List.of(hangs), threads)).containsExactly(Finding.SILENT);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT);
    assertThat(started).hasValue(threadsBefore);
    held.countDown();
  }

  private static Finding wait(CountDownLatch held) {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Finding.pass("late");
  }

  @Test
  void aCheckMayDoNothingButWhatItsTopicNeeds() {
    AtomicReference<Caller> ofClinic = new AtomicReference<>();
    AtomicReference<Caller> ofNone = new AtomicReference<>();
    round.of(
        CALLER,
        List.of(
            new Said(Topic.TRAINING, caller -> noted(ofClinic, caller)),
            new Said(Topic.CLOCK, caller -> noted(ofNone, caller))),
        threads);
    assertThat(ofClinic.get().permissions()).containsExactly("user:read");
    assertThat(ofClinic.get().clinic()).isEqualTo(CALLER.clinic());
    assertThat(ofNone.get().permissions()).containsExactly("checks:installation");
    assertThat(ofNone.get().clinic()).isNull();
  }

  private static Finding noted(AtomicReference<Caller> place, Caller caller) {
    place.set(caller);
    return Finding.pass("");
  }
}
