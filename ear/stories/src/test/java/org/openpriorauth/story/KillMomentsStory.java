package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plug is pulled in the midst of the main job, at every step of it: after the restart the job
 * goes on by itself to its determination, nothing is lost, and the payer has the request once.
 */
@ExtendWith(Stack.class)
class KillMomentsStory {
  private static final String READY = "/api/v1/prior-authorizations/";

  /** When the server is killed. */
  enum Moment {
    UPLOADED,
    READ,
    PACKET,
    QUEUED,
    /** The call runs, and the payer has not taken the request. */
    CALLING,
    /** The payer has taken the request, and we have not its answer. */
    TAKEN,
    PENDED,
    TOLD,
    POLLING,
    ANY
  }

  /** One in every build, beside the one of {@link KillStory}; all in the long build. */
  static Stream<Moment> moments() {
    return Boolean.getBoolean("stories.full")
        ? Stream.of(Moment.values())
        : Stream.of(Moment.TAKEN);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void theJobGoesOnByItself(Moment moment) {
    Payer.forgetOrders();
    ReadyCases cases = new ReadyCases("K" + Arrays.asList(Moment.values()).indexOf(moment));
    if (moment.compareTo(Moment.PENDED) >= 0) {
      // The channel's first request subscribes.
      cases.send("97110", 6).await("APPROVED");
    }
    Sent sent = moment.compareTo(Moment.QUEUED) < 0 ? early(moment, cases) : late(moment, cases);
    decided(sent);
    assertThat(sent.moves()).containsSubsequence("SUBMITTING", "SUBMITTED", "APPROVED");
    assertThat(sent.moves()).doesNotHaveDuplicates();
    assertThat(sent.view().path("state").asText()).isEqualTo("decided");
    assertThat(sent.staff().get(sent.place() + "/documents").body().path("items")).hasSize(1);
    assertThat(sent.staff().get(sent.place() + "/submissions").body().path("items")).hasSize(1);
    sent.onceAtThePayer();
  }

  /** Killed before it was sent: after the restart it becomes ready, and is sent. */
  private static Sent early(Moment moment, ReadyCases cases) {
    String request = cases.draft(ReadyCases.Wanted.of("72148", 1));
    cases.upload(request);
    if (moment != Moment.UPLOADED) {
      String place = READY + request;
      Eventually.get(
          Duration.ofSeconds(60), () -> cases.staff().get(place).text("state"), "READY"::equals);
    }
    if (moment == Moment.PACKET) {
      cases.awaitPacket(request);
      assertThat(cases.staff().post(READY + request + "/packet", "").status()).isEqualTo(202);
    }
    Stack.killAndRestart();
    cases.awaitPacket(request);
    return cases.send(request);
  }

  private static Sent late(Moment moment, ReadyCases cases) {
    String request = cases.ready("72148", 1);
    switch (moment) {
      case CALLING -> Payer.order("drop-before-accept", "\"delay_ms\": 4000");
      case TAKEN -> Payer.order("answer-late", "\"delay_ms\": 4000");
      case PENDED -> Payer.order("pend-then-approve", "\"delay_ms\": 600000");
      case POLLING -> Payer.order("never-notify");
      default -> {
        // The payer does what it always does.
      }
    }
    Sent sent = cases.send(request);
    await(moment, sent);
    Stack.killAndRestart();
    return sent;
  }

  private static void await(Moment moment, Sent sent) {
    switch (moment) {
      case CALLING -> until(() -> !sent.attempts().isEmpty());
      case TAKEN -> until(() -> !Payer.entries(sent.claim()).isEmpty());
      case PENDED -> {
        sent.await("PENDED");
        Payer.decideNow();
      }
      case TOLD -> {
        long before = Rows.count("select count(*) from payer_message");
        until(() -> Rows.count("select count(*) from payer_message") > before);
      }
      case POLLING -> {
        sent.await("PENDED");
        Payer.decideNow();
        Poll.start();
      }
      case ANY -> LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(4_000_000_000L));
      default -> {
        // At once.
      }
    }
  }

  private static void until(java.util.function.BooleanSupplier seen) {
    Instant end = Instant.now().plusSeconds(60);
    while (!seen.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  /** A decision that was told to a dead server is asked for by the job, as every night. */
  private static void decided(Sent sent) {
    Eventually.get(
        Duration.ofSeconds(60),
        sent::state,
        state -> List.of("PENDED", "APPROVED").contains(state));
    Payer.decideNow();
    for (int i = 0; i < 10 && !sent.state().equals("APPROVED"); i++) {
      LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
      if (sent.state().equals("PENDED")) {
        Poll.run();
      }
    }
    sent.await("APPROVED");
  }
}
