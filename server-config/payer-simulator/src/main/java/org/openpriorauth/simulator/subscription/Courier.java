package org.openpriorauth.simulator.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.openpriorauth.simulator.ledger.Journal;
import org.openpriorauth.simulator.ledger.Ledger;
import org.openpriorauth.simulator.ledger.Log;
import org.openpriorauth.simulator.wire.Json;

/**
 * Carries handshakes and events to subscribers: one at a time per subscription, three attempts with
 * growing pauses, then the subscription is in error. What was not carried when the process died is
 * carried after the restart.
 */
public final class Courier {
  private static final Duration TIME_OUT = Duration.ofSeconds(5);

  private final Journal journal;
  private final Ledger ledger;
  private final Subscriptions subscriptions;
  private final String base;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(TIME_OUT)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public Courier(
      Journal journal, Ledger ledger, Subscriptions subscriptions, String base, Clock clock) {
    this.journal = journal;
    this.ledger = ledger;
    this.subscriptions = subscriptions;
    this.base = base;
    this.clock = clock;
  }

  /** Sends whatever is due. */
  public void tick() throws IOException {
    // Nobody is told of what a crash could still undo.
    journal.force();
    synchronized (journal) {
      for (Subscription subscription : subscriptions.all()) {
        next(subscription);
      }
    }
  }

  private void next(Subscription subscription) throws IOException {
    var next = subscription.next(clock.instant());
    if (next.isPresent()) {
      post(next.get(), twice(next.get()) ? 2 : 1);
    }
  }

  private boolean twice(Delivery delivery) {
    return !delivery.handshake()
        && ledger
            .find(delivery.event().n())
            .filter(entry -> entry.announcement().equals("notify-twice"))
            .isPresent();
  }

  private void post(Delivery delivery, int copies) throws IOException {
    HttpRequest request;
    try {
      request = request(delivery);
    } catch (IllegalArgumentException e) {
      // The JDK's client reserves some header names; such a subscription cannot be served.
      settle(delivery, 0, copies);
      return;
    }
    CompletableFuture<Void> unused =
        http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
            .handle((answer, failure) -> failure == null ? answer.statusCode() : failed(failure))
            .thenAccept(status -> settle(delivery, status, copies));
  }

  private static int failed(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    Log.say("notification attempt failed kind={0}", cause.getClass().getSimpleName());
    return 0;
  }

  private HttpRequest request(Delivery delivery) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(delivery.subscription().endpoint()))
            .timeout(TIME_OUT)
            .header("Content-Type", "application/fhir+json");
    for (String header : delivery.subscription().headers()) {
      int colon = header.indexOf(':');
      request.header(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(body(delivery))).build();
  }

  private byte[] body(Delivery delivery) throws IOException {
    Map<Event, JsonNode> events = new LinkedHashMap<>();
    if (!delivery.handshake()) {
      Event event = delivery.event();
      events.put(event, journal.read(event.answer()).path("answer"));
    }
    String type = delivery.handshake() ? "handshake" : "event-notification";
    return Json.bytes(
        new NotificationBundle(base, delivery.subscription()).of(type, events, clock.instant()));
  }

  private void settle(Delivery delivery, int status, int copies) {
    try {
      synchronized (journal) {
        boolean taken = status >= 200 && status < 300;
        if (taken && copies > 1) {
          record(delivery, "delivered", status);
          post(delivery, copies - 1);
        } else if (taken) {
          succeeded(delivery, status);
        } else if (delivery.subscription().failed(clock.instant())) {
          gaveUp(delivery, status);
        }
      }
      journal.force();
      synchronized (journal) {
        if (subscriptions.all().contains(delivery.subscription())) {
          next(delivery.subscription());
        }
      }
    } catch (IOException e) {
      Log.say("notification not recorded subscription={0}", delivery.subscription().id());
    }
  }

  private void succeeded(Delivery delivery, int status) throws IOException {
    if (delivery.handshake()) {
      become(delivery, "active");
    } else {
      record(delivery, "delivered", status);
    }
    delivery.subscription().succeeded();
  }

  private void gaveUp(Delivery delivery, int status) throws IOException {
    if (!delivery.handshake()) {
      record(delivery, "failed", status);
    }
    become(delivery, "error");
  }

  private void become(Delivery delivery, String status) throws IOException {
    Subscription subscription = delivery.subscription();
    if (subscriptions.all().contains(subscription)) {
      journal.append(
          Json.object()
              .put("kind", "subscription-status")
              .put("id", subscription.id())
              .put("status", status));
      Log.say("subscription id={0} status={1}", subscription.id(), status);
    }
  }

  private void record(Delivery delivery, String outcome, int status) throws IOException {
    Instant now = clock.instant();
    ObjectNode line = Json.object().put("kind", "notification").put("n", delivery.event().n());
    line.put("subscription", delivery.subscription().id());
    line.put("event_number", delivery.event().number());
    line.put("at", now.toString()).put("outcome", outcome).put("http_status", status);
    line.put(
        "attempts",
        Math.max(1, delivery.subscription().attempts() + (outcome.equals("failed") ? 0 : 1)));
    journal.append(line);
    Log.say(
        "notification n={0} event={1} outcome={2}",
        delivery.event().n(), delivery.event().number(), outcome);
  }
}
