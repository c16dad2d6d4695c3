package org.openpriorauth.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The simulated payer by its own doors: orders to misbehave, and the ledger of what it took. */
final class Payer {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Payer() {}

  static String fhir() {
    return address() + "/fhir";
  }

  /**
   * Orders one behaviour for the next delivery.
   *
   * @param more further members of the order, e.g. {@code "delay_ms": 500}
   */
  static void order(String behaviour, String... more) {
    List<String> members = new ArrayList<>(List.of("\"behaviour\": \"" + behaviour + '"'));
    members.addAll(List.of(more));
    send(
        request("/control/next")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{" + String.join(", ", members) + "}")));
  }

  static void forgetOrders() {
    send(request("/control").DELETE());
  }

  static void decideNow() {
    send(request("/control/decide-now").POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** What the ledger has under this number of ours; one entry, or none. */
  static List<JsonNode> entries(String claim) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : get("/ledger").path("entries")) {
      if (entry.path("claim_identifier").path("value").asText().contains(claim)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** The secret that the payer was given for a channel of ours. */
  static String secret(String channel) {
    String header = subscription(channel).path("channel").path("header").path(0).asText();
    return header.substring(header.indexOf(':') + 1).strip();
  }

  /** What the payer told this channel of a claim, as it was posted. */
  static JsonNode told(String channel, String claim) {
    String events = "/fhir/Subscription/" + subscription(channel).path("id").asText() + "/$events";
    int last = 0;
    for (int n = 1; n < 200; n++) {
      JsonNode one = get(events + "?eventsSinceNumber=" + n + "&eventsUntilNumber=" + n);
      if (one.toString().contains(claim)) {
        last = n;
      }
    }
    return get(events + "?eventsSinceNumber=" + last + "&eventsUntilNumber=" + last);
  }

  static JsonNode subscription(String channel) {
    JsonNode newest = null;
    for (JsonNode entry : get("/fhir/Subscription").path("entry")) {
      JsonNode resource = entry.path("resource");
      if (resource.path("channel").path("endpoint").asText().endsWith(channel)) {
        newest = resource;
      }
    }
    if (newest == null) {
      throw new AssertionError("The payer has no subscription of channel " + channel);
    }
    return newest;
  }

  private static JsonNode get(String path) {
    return send(request(path).GET());
  }

  private static String address() {
    return "http://127.0.0.1:" + Stack.system().settings().simulatorPort();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path.replace("$", "%24")))
        .timeout(Duration.ofSeconds(20));
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(answer.uri() + ": " + answer.statusCode() + answer.body());
      }
      return answer.body().isEmpty()
          ? Api.JSON.createObjectNode()
          : Api.JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError("The payer does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
