package org.openpriorauth.audit.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.TreeSet;

/** Fails the job if a chain does not hold, after all of them were looked at. */
@Named
@Dependent
public class NothingBroken extends AbstractBatchlet {
  @Inject BrokenChains broken;

  @Override
  public String process() {
    if (!broken.found().isEmpty()) {
      throw new IllegalStateException(
          "These audit chains do not hold: " + new TreeSet<>(broken.found()));
    }
    return "COMPLETED";
  }
}
