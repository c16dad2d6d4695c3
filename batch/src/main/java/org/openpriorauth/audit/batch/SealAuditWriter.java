package org.openpriorauth.audit.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.audit.SealingService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Seals what has come, clinic by clinic, a link a transaction. */
@Named
@Dependent
public class SealAuditWriter extends AbstractItemWriter {
  @Inject JobContext job;
  @Inject SealingService sealing;

  @Override
  public void writeItems(List<Object> clinics) {
    long upTo = (Long) job.getTransientUserData();
    for (Object clinic : clinics) {
      Caller caller = Caller.system((ClinicId) clinic, "batch", "operations:change");
      boolean more = true;
      while (more) {
        more = sealing.seal(caller, upTo);
      }
    }
  }
}
