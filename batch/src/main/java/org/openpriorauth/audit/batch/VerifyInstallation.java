package org.openpriorauth.audit.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.audit.SealingService;
import org.openpriorauth.kernel.Caller;

/** Holds the chain of what belongs to no clinic against what is stored. */
@Named
@Dependent
public class VerifyInstallation extends AbstractBatchlet {
  @Inject BrokenChains broken;
  @Inject SealingService sealing;

  @Override
  public String process() {
    Caller machine = Caller.machine("batch", "operations:change");
    sealing.inspectedInstallation(
        machine, broken.look(from -> sealing.inspectInstallation(machine, from)));
    return "COMPLETED";
  }
}
