package org.openpriorauth.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpriorauth.language.LanguageModel.Reply;

class LinesTest {
  private static final String HERE = "https://one.example";
  private static final String THERE = "https://other.example";

  private final AtomicInteger calls = new AtomicInteger();
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private Lines lines;

  @BeforeEach
  void open() {
    lines = new Lines();
    lines.atOnce = 1;
    lines.tries = 3;
    lines.firstPauseMillis = 1;
    lines.restAfter = 2;
    lines.restSeconds = 60;
    lines.clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
  }

  private Outcome through(String endpoint, Reply... replies) {
    Deque<Reply> left = new ArrayDeque<>(List.of(replies));
    return lines
        .through(
            endpoint,
            () -> {
              calls.incrementAndGet();
              return left.size() > 1 ? left.poll() : left.peek();
            })
        .outcome();
  }

  private static Reply reply(Outcome outcome) {
    return Reply.without(outcome);
  }

  @Test
  void whatPassesIsTriedAgainAndWhatDoesNotIsNot() {
    assertThat(through(HERE, reply(Outcome.OVERLOADED), reply(Outcome.ANSWERED)))
        .isEqualTo(Outcome.ANSWERED);
    assertThat(calls.getAndSet(0)).isEqualTo(2);
    assertThat(through(HERE, reply(Outcome.OVERLOADED))).isEqualTo(Outcome.OVERLOADED);
    assertThat(calls.getAndSet(0)).isEqualTo(3);
    for (Outcome last : List.of(Outcome.NOT_ADMITTED, Outcome.DECLINED, Outcome.UNUSABLE)) {
      assertThat(through(HERE, reply(last))).isEqualTo(last);
    }
    assertThat(calls.get()).isEqualTo(3);
  }

  /** A thread is not held for what a work item can wait for. */
  @Test
  void whoAsksForALongPauseIsNotWaitedFor() {
    Reply busy = new Reply(Outcome.OVERLOADED, null, 0, 0, Duration.ofMinutes(10));
    assertThat(through(HERE, busy)).isEqualTo(Outcome.OVERLOADED);
    assertThat(calls.get()).isEqualTo(1);
  }

  @Test
  void whatWasAskedForIsWaited() {
    Reply busy = new Reply(Outcome.OVERLOADED, null, 0, 0, Duration.ofSeconds(1));
    long begun = System.nanoTime();
    through(HERE, busy, reply(Outcome.ANSWERED));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void anAddressThatNeverAnswersRestsAndTheOthersDoNot() {
    through(HERE, reply(Outcome.NOT_REACHED));
    through(HERE, reply(Outcome.NOT_REACHED));
    calls.set(0);
    assertThat(through(HERE, reply(Outcome.ANSWERED))).isEqualTo(Outcome.NOT_REACHED);
    assertThat(calls.get()).isZero();
    assertThat(through(THERE, reply(Outcome.ANSWERED))).isEqualTo(Outcome.ANSWERED);
    Reply asked = lines.once(HERE, () -> reply(Outcome.NOT_REACHED));
    assertThat(asked.outcome()).as("a person may try").isEqualTo(Outcome.NOT_REACHED);
    now = now.plusSeconds(61);
    assertThat(through(HERE, reply(Outcome.NOT_REACHED))).isEqualTo(Outcome.NOT_REACHED);
    assertThat(calls.getAndSet(0)).as("tried once it had its rest").isEqualTo(4);
    through(HERE, reply(Outcome.ANSWERED));
    assertThat(calls.get()).as("one failure after a rest begins the next").isZero();
  }

  @Test
  void noMoreCallsAtOnceThanThereAreLines() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Reply> first =
          other.submit(
              () ->
                  lines.through(
                      HERE,
                      () -> {
                        begun.countDown();
                        await(end);
                        return reply(Outcome.ANSWERED);
                      }));
      begun.await();
      assertThat(through(HERE, reply(Outcome.ANSWERED))).isEqualTo(Outcome.OVERLOADED);
      assertThat(through(THERE, reply(Outcome.ANSWERED))).isEqualTo(Outcome.ANSWERED);
      end.countDown();
      assertThat(first.get().outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(through(HERE, reply(Outcome.ANSWERED))).isEqualTo(Outcome.ANSWERED);
    } finally {
      other.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
