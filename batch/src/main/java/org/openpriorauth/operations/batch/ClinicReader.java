package org.openpriorauth.operations.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.operations.RetentionService;

/** Walks from clinic to clinic; the last id read is the checkpoint, so a restart goes on there. */
@Named
@Dependent
public class ClinicReader extends AbstractItemReader {
  private static final int PAGE = 100;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Inject RetentionService retention;

  private final Deque<ClinicId> page = new ArrayDeque<>();
  private UUID last = BEFORE_ALL;

  @Override
  public void open(Serializable checkpoint) {
    last = checkpoint == null ? BEFORE_ALL : (UUID) checkpoint;
  }

  @Override
  public ClinicId readItem() {
    if (page.isEmpty()) {
      page.addAll(retention.clinicsAfter(Caller.machine("batch", "operations:change"), last, PAGE));
    }
    ClinicId next = page.poll();
    if (next != null) {
      last = next.value();
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
