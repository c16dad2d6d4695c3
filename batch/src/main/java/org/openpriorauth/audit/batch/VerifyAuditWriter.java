package org.openpriorauth.audit.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.audit.SealingService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Holds whole chains against what is stored, clinic by clinic. */
@Named
@Dependent
public class VerifyAuditWriter extends AbstractItemWriter {
  @Inject BrokenChains broken;
  @Inject SealingService sealing;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      Caller caller = Caller.system((ClinicId) clinic, "batch", "operations:change");
      sealing.inspected(caller, broken.look(from -> sealing.inspect(caller, from)));
    }
  }
}
