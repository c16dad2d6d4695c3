package org.openpriorauth.checks.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.checks.NightlyCheckService;
import org.openpriorauth.kernel.Caller;

/** Looks at what all clinics share, and notes it. */
@Named
@Dependent
public class CheckInstallation extends AbstractBatchlet {
  @Inject NightlyCheckService checks;

  @Override
  public String process() {
    checks.installation(Caller.machine("batch", "operations:change"));
    return "COMPLETED";
  }
}
