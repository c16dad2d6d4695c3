package org.openpriorauth.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.openpriorauth.simulator.desk.Books;
import org.openpriorauth.simulator.ledger.Journal;
import org.openpriorauth.simulator.subscription.EventQuery;
import org.openpriorauth.simulator.subscription.Subscription;
import org.openpriorauth.simulator.subscription.Subscriptions;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;

/** {@code /fhir/Subscription}: create, read, update, delete, $status and $events. */
final class SubscriptionDoor {
  private final Journal journal;
  private final Subscriptions subscriptions;
  private final EventQuery events;
  private final Clock clock;
  private final String base;

  SubscriptionDoor(Books books, Clock clock, String base) {
    this.journal = books.journal();
    this.subscriptions = books.subscriptions();
    this.events = new EventQuery(journal, base);
    this.clock = clock;
    this.base = base;
  }

  Reply answer(Call call, List<String> path) throws IOException {
    if (path.isEmpty()) {
      return collection(call);
    }
    if (path.size() == 1) {
      return one(call, path.get(0));
    }
    String operation = path.get(1);
    if (path.size() > 2 || !List.of("$status", "$events").contains(operation)) {
      return Refusals.unknown();
    }
    if (!List.of("GET", "POST").contains(call.method())) {
      return Refusals.method("GET, POST");
    }
    JsonNode asked = call.method().equals("POST") ? Call.json(call.text()) : Json.object();
    synchronized (journal) {
      Subscription subscription = subscriptions.get(path.get(0));
      return operation.equals("$status")
          ? Reply.fhir(200, events.status(subscription, clock.instant()))
          : Reply.fhir(
              200,
              events.events(
                  subscription,
                  number(call, asked, "eventsSinceNumber", 0),
                  number(call, asked, "eventsUntilNumber", Long.MAX_VALUE),
                  clock.instant()));
    }
  }

  private Reply collection(Call call) throws IOException {
    if (call.method().equals("POST")) {
      JsonNode wish = Call.json(call.text());
      Reply reply;
      synchronized (journal) {
        Subscription made = subscriptions.create(journal, wish);
        reply =
            Reply.fhir(201, made.json())
                .with(Map.of("Location", base + "/Subscription/" + made.id()));
      }
      journal.force();
      return reply;
    }
    return call.method().equals("GET") ? searched() : Refusals.method("GET, POST");
  }

  private Reply searched() {
    synchronized (journal) {
      ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", "searchset");
      bundle.put("total", subscriptions.all().size());
      var entries = Json.array();
      for (Subscription s : subscriptions.all()) {
        entries.add(Fhir.entry(base + "/Subscription/" + s.id(), s.json()));
      }
      if (!entries.isEmpty()) {
        bundle.set("entry", entries);
      }
      return Reply.fhir(200, bundle);
    }
  }

  private Reply one(Call call, String id) throws IOException {
    JsonNode wish = call.method().equals("PUT") ? Call.json(call.text()) : null;
    Reply reply;
    synchronized (journal) {
      reply = one(call.method(), id, wish);
    }
    journal.force();
    return reply;
  }

  private Reply one(String method, String id, JsonNode wish) throws IOException {
    switch (method) {
      case "GET":
        return Reply.fhir(200, subscriptions.get(id).json());
      case "PUT":
        return Reply.fhir(200, subscriptions.update(journal, id, wish).json());
      case "DELETE":
        subscriptions.delete(journal, id);
        return Reply.bare(204);
      default:
        return Refusals.method("GET, PUT, DELETE");
    }
  }

  /** A parameter of the query, or of a Parameters resource. */
  private static long number(Call call, JsonNode asked, String name, long standard) {
    String text =
        call.query(name)
            .orElseGet(
                () ->
                    Fhir.list(asked, "parameter").stream()
                        .filter(p -> name.equals(Fhir.text(p, "name")))
                        .map(
                            p ->
                                p.has("valueInteger")
                                    ? p.path("valueInteger").asText()
                                    : Fhir.text(p, "valueString"))
                        .findFirst()
                        .orElse(""));
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : standard;
  }
}
