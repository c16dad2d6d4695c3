package org.openpriorauth.keys.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.SealedValues;
import org.openpriorauth.keys.model.SealedColumn;
import org.openpriorauth.keys.model.SealedRow;
import org.openpriorauth.operations.RetentionService;

/**
 * Walks over everything sealed with an earlier key: what belongs to no clinic, then clinic by
 * clinic, column by column. A column in which something was found is walked a second time, for the
 * rows that others held. The checkpoint is the last stretch; what came before it needs no memory,
 * because a value tells its key.
 */
@Named
@Dependent
public class SealedReader extends AbstractItemReader {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Inject SealedValues values;
  @Inject RetentionService retention;

  private UUID clinic;
  private List<SealedColumn> columns = columns(false);
  private int at;
  private SealedRow after = SealedRow.BEFORE_ALL;
  private boolean found;
  private boolean second;
  private Stretch last;

  @Override
  public void open(Serializable checkpoint) {
    if (checkpoint instanceof Stretch stretch) {
      last = stretch;
      clinic = stretch.clinic();
      columns = columns(clinic != null);
      at = columns.indexOf(stretch.column());
      after = stretch.last();
      found = true;
    }
  }

  @Override
  public Stretch readItem() {
    while (at < columns.size() || nextClinic()) {
      SealedColumn column = columns.get(at);
      Optional<SealedRow> end = values.nextStretch(Stretch.caller(clinic), column, after);
      if (end.isPresent()) {
        last = new Stretch(clinic, column, after, end.get());
        after = end.get();
        found = true;
        return last;
      }
      nextColumn();
    }
    return null;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }

  private void nextColumn() {
    second = found && !second;
    if (!second) {
      at++;
    }
    found = false;
    after = SealedRow.BEFORE_ALL;
  }

  private boolean nextClinic() {
    UUID before = clinic == null ? BEFORE_ALL : clinic;
    List<ClinicId> next = retention.clinicsAfter(Stretch.caller(null), before, 1);
    if (next.isEmpty()) {
      return false;
    }
    clinic = next.get(0).value();
    columns = columns(true);
    at = 0;
    return true;
  }

  private static List<SealedColumn> columns(boolean ofAClinic) {
    return Arrays.stream(SealedColumn.values()).filter(c -> c.ofAClinic() == ofAClinic).toList();
  }
}
