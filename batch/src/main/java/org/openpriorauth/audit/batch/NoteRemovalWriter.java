package org.openpriorauth.audit.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.audit.RemovalService;
import org.openpriorauth.audit.SealingService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;

/** Notes in each clinic's chain which events have been kept long enough. */
@Named
@Dependent
public class NoteRemovalWriter extends AbstractItemWriter {
  @Inject RemovalService removal;
  @Inject SealingService sealing;
  @Inject NoteRemoval note;

  @Override
  public void writeItems(List<Object> clinics) {
    for (Object clinic : clinics) {
      Caller caller = Caller.system((ClinicId) clinic, "batch", "operations:change");
      note.of(
          removal.due(caller), from -> sealing.inspect(caller, from), () -> removal.note(caller));
    }
  }
}
