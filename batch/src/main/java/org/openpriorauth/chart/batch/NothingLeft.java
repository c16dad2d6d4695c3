package org.openpriorauth.chart.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Ends the job as failed while the former store still holds something: it must stay set. */
@Named
@Dependent
public class NothingLeft extends AbstractBatchlet {
  @Inject FormerContentReader former;

  @Override
  public String process() {
    FormerContentReader.Content left = former.readItem();
    if (left != null) {
      throw new IllegalStateException(
          "The former store still holds contents, the first of them %s of clinic %s."
              .formatted(left.id(), left.clinic()));
    }
    return "COMPLETED";
  }
}
