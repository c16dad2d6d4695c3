package org.openpriorauth.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.operations.WorkQueue;
import org.openpriorauth.tracking.model.TimelineRepository;
import org.openpriorauth.wire.json.Json;

/** Writes the timeline in the transaction of what happened, and has it announced. */
@ApplicationScoped
public class TimelineTrail {
  @Inject TimelineRepository timeline;
  @Inject WorkQueue work;
  @Inject Clock clock;

  void write(@Observes Happened event) {
    UUID id = Ids.next();
    timeline.add(
        event.caller().clinic(),
        new TimelineRepository.Row(
            id,
            event.request(),
            event.kind(),
            clock.instant(),
            event.caller().actor(),
            Json.text(event.detail())));
    work.add(event.caller().clinic(), "notification", id);
  }
}
