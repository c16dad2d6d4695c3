package org.openpriorauth.tracking;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.operations.WorkItems;

/** Announces each line of the timeline, at least once: listeners know a line by its id. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Announcements {
  @Inject WorkItems items;
  @Inject TimelineService timeline;
  @Inject EventTopic topic;

  @Requires("work:do")
  public void announce(Caller caller, UUID workItem) {
    items
        .claim(caller, workItem)
        .ifPresent(
            item -> {
              boolean told =
                  timeline
                      .find(caller, item.subject())
                      .map(line -> topic.announce(line, caller.clinic().value()))
                      .orElse(true);
              if (told) {
                items.done(caller, item);
              } else {
                items.failed(caller, item, "the broker did not take it");
              }
            });
  }
}
