package org.openpriorauth.keys.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.keys.SealedValues;

/** Seals stretch by stretch, each in a transaction of its own clinic. */
@Named
@Dependent
public class SealAnewWriter extends AbstractItemWriter {
  @Inject SealedValues values;

  @Override
  public void writeItems(List<Object> stretches) {
    for (Object item : stretches) {
      Stretch stretch = (Stretch) item;
      values.sealAnew(
          Stretch.caller(stretch.clinic()), stretch.column(), stretch.after(), stretch.last());
    }
  }
}
