package org.openpriorauth.operations.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Forgets old idempotency keys, clinic by clinic, each in a transaction of its own. */
@Named
@Dependent
public class ForgetIdempotencyKeysWriter extends AbstractItemWriter {
  @Inject OneClinic oneClinic;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      oneClinic.forgetIdempotencyKeys(
          Caller.system((ClinicId) clinic, "batch", "operations:change"));
    }
  }
}
