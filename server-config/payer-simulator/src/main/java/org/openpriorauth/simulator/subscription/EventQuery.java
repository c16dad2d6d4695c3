package org.openpriorauth.simulator.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openpriorauth.simulator.ledger.Journal;

/** {@code $events} and {@code $status}: how a subscriber recovers what it has missed. */
public final class EventQuery {
  private final Journal journal;
  private final String base;

  public EventQuery(Journal journal, String base) {
    this.journal = journal;
    this.base = base;
  }

  /** Events numbered from {@code since} to {@code until}, both included. */
  public ObjectNode events(Subscription subscription, long since, long until, Instant now)
      throws IOException {
    Map<Event, JsonNode> found = new LinkedHashMap<>();
    for (Event event : subscription.events()) {
      if (event.number() >= since && event.number() <= until) {
        found.put(event, journal.read(event.answer()).path("answer"));
      }
    }
    return new NotificationBundle(base, subscription).of("query-event", found, now);
  }

  public ObjectNode status(Subscription subscription, Instant now) {
    return new NotificationBundle(base, subscription).statusOnly(now);
  }
}
