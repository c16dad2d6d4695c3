package org.openpriorauth.simulator.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.simulator.intake.Refusal;
import org.openpriorauth.simulator.ledger.Entry;
import org.openpriorauth.simulator.ledger.Journal;
import org.openpriorauth.simulator.ledger.Ledger;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;

/** All subscriptions, folded from the {@link Journal} under its monitor. */
public final class Subscriptions implements Journal.Fold {
  private final Map<String, Subscription> all = new LinkedHashMap<>();
  private final Ledger ledger;

  public Subscriptions(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void apply(JsonNode line, Journal.Place place) {
    switch (Fhir.text(line, "kind")) {
      case "subscription" -> wished(line);
      case "unsubscribe" -> all.remove(Fhir.text(line, "id"));
      case "subscription-status" -> find(line).ifPresent(s -> s.become(Fhir.text(line, "status")));
      case "decision" -> Fhir.list(line, "events").forEach(event -> add(line, event, place));
      case "notification" -> find(line).ifPresent(s -> s.done(line.path("event_number").asInt()));
      default -> {
        // Another fold's line.
      }
    }
  }

  @Override
  public void forget() {
    all.clear();
  }

  private void wished(JsonNode line) {
    String id = Fhir.text(line, "id");
    all.computeIfAbsent(id, key -> new Subscription(key, line.path("resource")))
        .replace(line.path("resource"));
  }

  private Optional<Subscription> find(JsonNode line) {
    return Optional.ofNullable(
        all.get(Fhir.text(line, line.has("subscription") ? "subscription" : "id")));
  }

  private void add(JsonNode line, JsonNode event, Journal.Place place) {
    int n = line.path("n").asInt();
    boolean interim = event.path("interim").asBoolean();
    Journal.Place answer = interim ? ledger.find(n).map(Entry::firstAnswer).orElse(place) : place;
    find(event)
        .ifPresent(
            s ->
                s.add(
                    new Event(
                        event.path("number").asInt(),
                        n,
                        Instant.parse(Fhir.text(line, "at")),
                        Instant.parse(Fhir.text(line, "send_at")),
                        answer,
                        event.path("withheld").asBoolean())));
  }

  /**
   * The events that a decision makes, in the order in which they are to be sent. Out of order means
   * that the decision is told first and the state before it afterwards, under the lower number.
   */
  public ArrayNode events(Entry entry, Instant now) {
    ArrayNode events = Json.array();
    for (Subscription subscription : all.values()) {
      if (!subscription.wants(entry.sender(), entry.requestor(), now)) {
        continue;
      }
      int number = subscription.lastNumber() + 1;
      ObjectNode event = Json.object().put("subscription", subscription.id());
      switch (entry.announcement()) {
        case "notify-out-of-order" -> {
          events.add(event.deepCopy().put("number", number + 1));
          events.add(event.deepCopy().put("number", number).put("interim", true));
        }
        case "never-notify" -> events.add(event.put("number", number).put("withheld", true));
        default -> events.add(event.put("number", number));
      }
    }
    return events;
  }

  /** Takes a new subscription. */
  public Subscription create(Journal journal, JsonNode wish) throws IOException {
    new SubscriptionCheck(wish).run(List.of("requested"));
    return store(journal, UUID.randomUUID().toString(), wish);
  }

  /** Replaces a subscription; requested again, it is shaken hands with anew. */
  public Subscription update(Journal journal, String id, JsonNode wish) throws IOException {
    new SubscriptionCheck(wish).run(List.of("requested", "off"));
    get(id);
    return store(journal, id, wish);
  }

  private Subscription store(Journal journal, String id, JsonNode wish) throws IOException {
    ObjectNode line = Json.object().put("kind", "subscription").put("id", id);
    line.set("resource", wish);
    journal.append(line);
    return get(id);
  }

  public void delete(Journal journal, String id) throws IOException {
    get(id);
    journal.append(Json.object().put("kind", "unsubscribe").put("id", id));
  }

  /**
   * Finds one.
   *
   * @throws Refusal with status 404 when there is none
   */
  public Subscription get(String id) {
    Subscription found = all.get(id);
    if (found == null) {
      throw Refusal.of(404, "not-found", "There is no such subscription.");
    }
    return found;
  }

  public Collection<Subscription> all() {
    return all.values();
  }
}
