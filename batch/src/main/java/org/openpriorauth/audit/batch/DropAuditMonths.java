package org.openpriorauth.audit.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.audit.RemovalService;
import org.openpriorauth.kernel.Caller;

/** Drops the audit trail's months that an earlier run noted, and a seal has fixed the note. */
@Named
@Dependent
public class DropAuditMonths extends AbstractBatchlet {
  @Inject RemovalService removal;

  @Override
  public String process() {
    removal.drop(Caller.machine("batch", "operations:change"));
    return "COMPLETED";
  }
}
