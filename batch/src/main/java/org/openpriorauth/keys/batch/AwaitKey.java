package org.openpriorauth.keys.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.keys.KeyRotationService;

/** Waits until every node seals with the new key; before, the walk would not come to an end. */
@Named
@Dependent
public class AwaitKey extends AbstractBatchlet {
  @Inject KeyRotationService rotation;

  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public String process() throws InterruptedException {
    Duration left = rotation.untilCurrent(Caller.machine("batch", "operations:change"));
    return stopped.await(left.toMillis(), TimeUnit.MILLISECONDS) ? "STOPPED" : "COMPLETED";
  }

  @Override
  public void stop() {
    stopped.countDown();
  }
}
