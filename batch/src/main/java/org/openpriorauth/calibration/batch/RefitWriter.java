package org.openpriorauth.calibration.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.calibration.CalibrationService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Makes calibrations of what people looked at, clinic by clinic. */
@Named
@Dependent
public class RefitWriter extends AbstractItemWriter {
  @Inject CalibrationService calibrations;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      calibrations.refit(Caller.system((ClinicId) clinic, "batch", "operations:change"));
    }
  }
}
