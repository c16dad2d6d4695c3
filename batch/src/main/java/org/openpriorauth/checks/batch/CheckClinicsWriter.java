package org.openpriorauth.checks.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.checks.NightlyCheckService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Looks at clinic by clinic, and notes each. */
@Named
@Dependent
public class CheckClinicsWriter extends AbstractItemWriter {
  @Inject NightlyCheckService checks;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      checks.clinic(Caller.system((ClinicId) clinic, "batch", "operations:change"));
    }
  }
}
