package org.openpriorauth.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.function.Consumer;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.operations.model.WorkItem;

/** A worker's turn at an item: claimed, held while it works, and put back if it breaks off. */
@ApplicationScoped
public class Turn {
  private static final Logger LOG = System.getLogger(Turn.class.getName());

  @Inject WorkItems items;
  @Inject HeldLeases leases;

  /** Work that breaks off too often is given up. */
  public void take(Caller caller, UUID workItem, Consumer<WorkItem> work) {
    take(caller, workItem, work, item -> items.failed(caller, item, "interrupted"));
  }

  /** Work that may have had its effect is never given up. */
  public void takeUntilDone(Caller caller, UUID workItem, Consumer<WorkItem> work) {
    take(caller, workItem, work, item -> items.again(caller, item, "interrupted"));
  }

  private void take(
      Caller caller, UUID workItem, Consumer<WorkItem> work, Consumer<WorkItem> brokenOff) {
    items
        .claim(caller, workItem)
        .ifPresent(
            item ->
                leases.whileHeld(
                    item,
                    () -> {
                      try {
                        work.accept(item);
                      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                        LOG.log(
                            Level.ERROR, item.kind() + " broke off subjectId=" + item.subject(), e);
                        brokenOff.accept(item);
                      }
                    }));
  }
}
