package org.openpriorauth.simulator.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Pas;

/**
 * A provider's wish to be told of decisions. Requested, it is shaken hands with; active, it is told
 * of every event that its filter lets through; in error, it is left alone until it is requested
 * again (R4 subscriptions backport). Guarded by the journal's monitor.
 */
public final class Subscription {
  static final int ATTEMPTS = 3;

  private final String id;
  private final Map<Integer, Event> events = new TreeMap<>();
  private final Deque<Event> waiting = new ArrayDeque<>();
  private JsonNode resource;
  private String status = "requested";
  private int attempts;
  private Instant notBefore = Instant.EPOCH;
  private boolean underWay;

  Subscription(String id, JsonNode resource) {
    this.id = id;
    this.resource = resource;
  }

  void replace(JsonNode wish) {
    resource = wish;
    become(Fhir.text(wish, "status"));
  }

  void become(String next) {
    status = next;
    attempts = 0;
    notBefore = Instant.EPOCH;
    if (next.equals("off")) {
      waiting.clear();
    }
  }

  void add(Event event) {
    events.put(event.number(), event);
    if (!event.withheld()) {
      waiting.add(event);
    }
  }

  void done(int number) {
    waiting.removeIf(event -> event.number() == number);
    attempts = 0;
  }

  /** What is to be sent next, if its time has come; the caller must report back. */
  Optional<Delivery> next(Instant now) {
    if (underWay || now.isBefore(notBefore)) {
      return Optional.empty();
    }
    boolean handshake = status.equals("requested");
    Event event = waiting.peek();
    if (handshake || status.equals("active") && event != null && !now.isBefore(event.sendAt())) {
      underWay = true;
      return Optional.of(new Delivery(this, handshake ? null : event));
    }
    return Optional.empty();
  }

  /** Says that an attempt failed; true when it was the last. */
  boolean failed(Instant now) {
    underWay = false;
    attempts++;
    notBefore = now.plusMillis(200L * attempts * attempts);
    return attempts >= ATTEMPTS;
  }

  void succeeded() {
    underWay = false;
  }

  int attempts() {
    return attempts;
  }

  boolean wants(String sender, Iterable<String> requestor, Instant now) {
    if (status.equals("off") || ended(now)) {
      return false;
    }
    String wanted = filter();
    wanted = wanted.substring(wanted.lastIndexOf('|') + 1);
    if (wanted.equals(sender)) {
      return true;
    }
    for (String number : requestor) {
      if (wanted.equals(number)) {
        return true;
      }
    }
    return false;
  }

  private boolean ended(Instant now) {
    String end = Fhir.text(resource, "end");
    return !end.isEmpty() && !OffsetDateTime.parse(end).toInstant().isAfter(now);
  }

  private String filter() {
    String text =
        Fhir.extension(resource.path("_criteria"), Pas.FILTER)
            .map(e -> Fhir.text(e, "valueString"))
            .orElse("");
    return text.substring(text.indexOf('=') + 1);
  }

  public String id() {
    return id;
  }

  public String status() {
    return status;
  }

  String endpoint() {
    return Fhir.text(resource, "channel", "endpoint");
  }

  List<String> headers() {
    return Fhir.list(resource.path("channel"), "header").stream().map(JsonNode::asText).toList();
  }

  /** Events in the order of their numbers. */
  List<Event> events() {
    List<Event> all = new ArrayList<>(events.values());
    all.sort(Comparator.comparingInt(Event::number));
    return all;
  }

  int lastNumber() {
    return events.isEmpty() ? 0 : events.keySet().stream().max(Integer::compare).get();
  }

  /** The resource with the status that this payer has given it. */
  public ObjectNode json() {
    ObjectNode json = resource.deepCopy();
    json.put("id", id);
    json.put("status", status);
    if (status.equals("error")) {
      json.put("error", "The endpoint did not accept a notification.");
    }
    return json;
  }
}
