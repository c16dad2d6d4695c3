package org.openpriorauth.audit.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.TimeUnit;
import org.openpriorauth.audit.SealingService;
import org.openpriorauth.audit.model.AuditPlaces.Boundary;
import org.openpriorauth.kernel.Caller;

/**
 * Notes the last place of the audit trail and waits until every transaction is over that may still
 * write below it, so that a seal never fixes a stretch that is not complete. The place is handed on
 * in the job's context.
 */
@Named
@Dependent
public class AwaitQuiet extends AbstractBatchlet {
  private static final long LOOK_EVERY_MILLIS = 200;
  private static final long PATIENCE_MINUTES = 10;

  @Inject JobContext job;
  @Inject SealingService sealing;

  private volatile boolean stopped;

  @Override
  public String process() throws InterruptedException {
    Caller machine = Caller.machine("batch", "operations:change");
    Boundary boundary = sealing.boundary(machine);
    long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!sealing.settled(machine, boundary)) {
      if (stopped || System.nanoTime() > patience) {
        throw new IllegalStateException(
            "A transaction has been open for long: nothing was sealed, the next run will.");
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    job.setTransientUserData(boundary.place());
    return "COMPLETED";
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
