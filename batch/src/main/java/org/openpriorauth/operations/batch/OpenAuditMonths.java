package org.openpriorauth.operations.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.operations.RetentionService;

/** Gives the audit trail its partitions ahead of time. */
@Named
@Dependent
public class OpenAuditMonths extends AbstractBatchlet {
  @Inject RetentionService retention;

  @Override
  public String process() {
    retention.openAuditMonths(Caller.machine("batch", "operations:change"));
    return "COMPLETED";
  }
}
