package org.openpriorauth.operations.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import org.openpriorauth.operations.model.WorkItem;

/** Wakes the listeners once the work is really there; a rolled-back item wakes nobody. */
@ApplicationScoped
public class WakeUpAfterCommit {
  @Inject WakeUpSender sender;

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkItem.Ref added) {
    sender.send(List.of(added));
  }
}
