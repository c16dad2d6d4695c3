package org.openpriorauth.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;

/**
 * Has checks look, all at once, and waits for none longer than the limit. Who asks while a check is
 * looking gets the same answer, so that whatever hangs holds one thread a clinic and not one a
 * question.
 */
@ApplicationScoped
public class Round {
  static final Duration LIMIT = Duration.ofSeconds(8);
  private static final Logger LOG = System.getLogger(Round.class.getName());

  private final ConcurrentMap<String, Look> looking = new ConcurrentHashMap<>();
  private final Duration limit;

  Round() {
    this(LIMIT);
  }

  Round(Duration limit) {
    this.limit = limit;
  }

  private record Look(FutureTask<Finding> task, long begun) {}

  /** In the order of the checks. */
  List<Finding> of(Caller caller, List<Check> checks, ThreadFactory threads) {
    List<Look> looks = checks.stream().map(check -> begin(caller, check, threads)).toList();
    return IntStream.range(0, checks.size())
        .mapToObj(i -> await(checks.get(i).topic(), looks.get(i)))
        .toList();
  }

  private Look begin(Caller caller, Check check, ThreadFactory threads) {
    Topic topic = check.topic();
    Caller alone =
        new Caller(
            topic.ofInstallation() ? null : caller.clinic(),
            caller.actor(),
            Set.of(topic.needs()),
            caller.origin());
    return looking.compute(
        topic.word() + "/" + alone.clinic(),
        (key, before) -> {
          if (before != null && !before.task().isDone()) {
            return before;
          }
          Look look = new Look(new FutureTask<>(() -> check.look(alone)), System.nanoTime());
          threads.newThread(look.task()).start();
          return look;
        });
  }

  private Finding await(Topic topic, Look look) {
    try {
      long left = look.begun() + limit.toNanos() - System.nanoTime();
      Finding found = look.task().get(Math.max(0, left), TimeUnit.NANOSECONDS);
      LOG.log(Level.DEBUG, "check {0}: {1}", topic.word(), found.status());
      return found;
    } catch (TimeoutException e) {
      LOG.log(Level.WARNING, said("did not answer in time", topic));
      return Finding.SILENT;
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, said("failed itself", topic), e.getCause());
      return Finding.BROKEN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.SILENT;
    }
  }

  private static String said(String what, Topic topic) {
    return ErrorCode.CHECK_SILENT.code() + " check " + topic.word() + " " + what;
  }
}
