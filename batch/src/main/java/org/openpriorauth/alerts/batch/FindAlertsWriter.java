package org.openpriorauth.alerts.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.alerts.AlertSearchService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Looks through the latest of the audit trail, clinic by clinic. */
@Named
@Dependent
public class FindAlertsWriter extends AbstractItemWriter {
  @Inject AlertSearchService search;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      search.look(Caller.system((ClinicId) clinic, "batch", "operations:change"));
    }
  }
}
