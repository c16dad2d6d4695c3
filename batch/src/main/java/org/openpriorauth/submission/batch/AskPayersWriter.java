package org.openpriorauth.submission.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Has silent payers asked, clinic by clinic, each in a transaction of its own. */
@Named
@Dependent
public class AskPayersWriter extends AbstractItemWriter {
  @Inject PollOfOneClinic oneClinic;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      oneClinic.ask(Caller.system((ClinicId) clinic, "batch", "operations:change"));
    }
  }
}
