package org.openpriorauth.audit.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.audit.SealingService;
import org.openpriorauth.kernel.Caller;

/** Seals what belongs to no clinic: refused sign-ins, work that spans clinics. */
@Named
@Dependent
public class SealInstallation extends AbstractBatchlet {
  @Inject JobContext job;
  @Inject SealingService sealing;

  @Override
  public String process() {
    Caller machine = Caller.machine("batch", "operations:change");
    long upTo = (Long) job.getTransientUserData();
    boolean more = true;
    while (more) {
      more = sealing.sealInstallation(machine, upTo);
    }
    return "COMPLETED";
  }
}
