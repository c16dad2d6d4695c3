package org.openpriorauth.keys.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.keys.KeyRotationService;

/** Makes a new key if it is time, and says whether anything is left to seal with it. */
@Named
@Dependent
public class BeginRotation extends AbstractBatchlet {
  @Inject KeyRotationService rotation;

  /** "true" for a new key however young the current one is. */
  @Inject
  @BatchProperty(name = "now")
  String now;

  @Override
  public String process() {
    Caller machine = Caller.machine("batch", "operations:change");
    return rotation.begin(machine, Boolean.parseBoolean(now)) ? "SEAL" : "NOTHING";
  }
}
