package org.openpriorauth.audit.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.audit.RemovalService;
import org.openpriorauth.audit.SealingService;
import org.openpriorauth.kernel.Caller;

/** Notes which events of no clinic have been kept long enough. */
@Named
@Dependent
public class NoteInstallationRemoval extends AbstractBatchlet {
  @Inject RemovalService removal;
  @Inject SealingService sealing;
  @Inject NoteRemoval note;

  @Override
  public String process() {
    Caller machine = Caller.machine("batch", "operations:change");
    note.of(
        removal.dueInstallation(machine),
        from -> sealing.inspectInstallation(machine, from),
        () -> removal.noteInstallation(machine));
    return "COMPLETED";
  }
}
