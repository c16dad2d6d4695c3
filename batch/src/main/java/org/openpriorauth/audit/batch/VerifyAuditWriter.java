package org.openpriorauth.audit.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.LongFunction;
import org.openpriorauth.audit.Inspection.Result;
import org.openpriorauth.audit.SealingService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Holds whole chains against what is stored; one that does not hold fails the job. */
@Named
@Dependent
public class VerifyAuditWriter extends AbstractItemWriter {
  @Inject SealingService sealing;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      Caller caller = Caller.system((ClinicId) clinic, "batch", "operations:change");
      whole(from -> sealing.inspect(caller, from));
    }
  }

  static void whole(LongFunction<Result> look) {
    Long from = 1L;
    while (from != null) {
      Result result = look.apply(from);
      if (!result.problems().isEmpty()) {
        throw new IllegalStateException(
            "The audit chain of " + result.chain() + " does not hold. " + result.problems());
      }
      from = result.next();
    }
  }
}
