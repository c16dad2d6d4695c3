package org.openpriorauth.operations.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.identity.EndedSessions;
import org.openpriorauth.kernel.Caller;

/** Deletes sessions that ended long ago, a thousand at a time until none is left. */
@Named
@Dependent
public class DeleteEndedSessions extends AbstractBatchlet {
  @Inject EndedSessions ended;

  private volatile boolean stopped;

  @Override
  public String process() {
    Caller machine = Caller.machine("batch", "operations:change");
    int deleted;
    do {
      deleted = ended.delete(machine);
    } while (deleted > 0 && !stopped);
    return stopped ? "STOPPED" : "COMPLETED";
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
