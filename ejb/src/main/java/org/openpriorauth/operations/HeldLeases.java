package org.openpriorauth.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openpriorauth.operations.model.WorkItem;

/**
 * What this server is working on right now. The sweeper prolongs these leases, so a lease can be
 * short: when a server dies, its work is free half a minute later, however long the work may take.
 */
@ApplicationScoped
public class HeldLeases {
  private final Set<WorkItem> held = ConcurrentHashMap.newKeySet();

  /** Does the work with its lease held; once it ends, however it ends, the lease runs out. */
  public void whileHeld(WorkItem item, Runnable work) {
    held.add(item);
    try {
      work.run();
    } finally {
      held.remove(item);
    }
  }

  public Set<WorkItem> all() {
    return Set.copyOf(held);
  }
}
