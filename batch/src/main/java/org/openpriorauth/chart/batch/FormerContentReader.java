package org.openpriorauth.chart.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.chart.DocumentMoves;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.operations.RetentionService;

/**
 * Walks through what the former store still holds, clinic by clinic. The last clinic and id are the
 * checkpoint; begun anew it meets only what is still there.
 */
@Named
@Dependent
public class FormerContentReader extends AbstractItemReader {
  private static final int PAGE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Inject RetentionService clinics;
  @Inject DocumentMoves moves;

  private final Deque<UUID> page = new ArrayDeque<>();
  private UUID clinic = BEFORE_ALL;
  private UUID last;

  /** What one clinic still has in the former store. */
  record Content(ClinicId clinic, UUID id) {}

  @Override
  public void open(Serializable checkpoint) {
    if (checkpoint != null) {
      UUID[] place = (UUID[]) checkpoint;
      clinic = place[0];
      last = place[1];
    }
  }

  @Override
  public Content readItem() {
    while (page.isEmpty()) {
      if (!clinic.equals(BEFORE_ALL)) {
        page.addAll(moves.waiting(caller(new ClinicId(clinic)), last, PAGE));
      }
      if (page.isEmpty() && !nextClinic()) {
        return null;
      }
    }
    last = page.remove();
    return new Content(new ClinicId(clinic), last);
  }

  private boolean nextClinic() {
    List<ClinicId> next =
        clinics.clinicsAfter(Caller.machine("batch", "operations:change"), clinic, 1);
    next.forEach(found -> clinic = found.value());
    last = null;
    return !next.isEmpty();
  }

  @Override
  public Serializable checkpointInfo() {
    return new UUID[] {clinic, last};
  }

  static Caller caller(ClinicId clinic) {
    return Caller.system(clinic, "batch", "operations:change");
  }
}
