package org.openpriorauth.keys.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.KeyRotationService;
import org.openpriorauth.keys.SealedValues;
import org.openpriorauth.operations.RetentionService;

/** Looks once more which keys are in use anywhere, and retires the earlier ones that are not. */
@Named
@Dependent
public class RetireKeys extends AbstractBatchlet {
  private static final int PAGE = 100;

  @Inject SealedValues values;
  @Inject KeyRotationService rotation;
  @Inject RetentionService retention;

  private volatile boolean stopped;

  @Override
  public String process() {
    Caller machine = Stretch.caller(null);
    Set<String> inUse = new TreeSet<>(values.keysInUse(machine));
    UUID last = new UUID(0, 0);
    List<ClinicId> page = retention.clinicsAfter(machine, last, PAGE);
    while (!page.isEmpty()) {
      for (ClinicId clinic : page) {
        if (stopped) {
          return "STOPPED";
        }
        inUse.addAll(values.keysInUse(Stretch.caller(clinic.value())));
        last = clinic.value();
      }
      page = retention.clinicsAfter(machine, last, PAGE);
    }
    rotation.end(machine, inUse);
    return "COMPLETED";
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
