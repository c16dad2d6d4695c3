package org.openpriorauth.chart.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.chart.Uploads;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Removes uploads that were not finished in time, clinic by clinic, some in each transaction. */
@Named
@Dependent
public class RemoveExpiredUploadsWriter extends AbstractItemWriter {
  @Inject Uploads uploads;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      Caller caller = Caller.system((ClinicId) clinic, "batch", "operations:change");
      while (uploads.removeExpired(caller) > 0) {
        // Until none is left.
      }
    }
  }
}
