package org.openpriorauth.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class UploadRoomTest {
  private static final long MIB = 1024 * 1024;

  @Test
  void moreThanFitsWaitsAndEverythingGetsItsTurn() throws Exception {
    UploadRoom room = new UploadRoom();
    long most = Math.max(64 * MIB, Runtime.getRuntime().maxMemory() / 6);
    AtomicLong inside = new AtomicLong();
    AtomicLong highest = new AtomicLong();
    ExecutorService senders = Executors.newFixedThreadPool(16);
    List<Future<Boolean>> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long bytes = (i % 2 == 0 ? 20 : 60) * MIB;
      sent.add(
          senders.submit(
              () ->
                  room.within(
                      announced(bytes),
                      60 * MIB,
                      () -> {
                        highest.accumulateAndGet(inside.addAndGet(bytes), Math::max);
                        LockSupport.parkNanos(2_000_000);
                        inside.addAndGet(-bytes);
                        return true;
                      })));
    }
    for (Future<Boolean> one : sent) {
      assertThat(one.get()).isTrue();
    }
    senders.shutdown();
    assertThat(highest.get()).isPositive().isLessThanOrEqualTo(most);
  }

  /** A sender that announces nothing is given the room of the largest. */
  private static long announced(long bytes) {
    return bytes == 60 * MIB ? -1 : bytes;
  }
}
