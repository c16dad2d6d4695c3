package org.openpriorauth.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.operations.model.WorkItem;
import org.openpriorauth.operations.model.WorkItemRepository;

/**
 * Where a service leaves work that outlasts its request: the item is written in the service's own
 * transaction, and its wake-up goes out after the commit.
 */
@ApplicationScoped
public class WorkQueue {
  @Inject WorkItemRepository items;
  @Inject Event<WorkItem.Ref> added;
  @Inject Clock clock;

  public void add(ClinicId clinic, String kind, UUID subject) {
    Instant now = clock.instant();
    added.fire(items.add(clinic, kind, subject, now, now));
  }
}
