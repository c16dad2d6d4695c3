package org.openpriorauth.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's notification endpoint: keeps what it was told, answers as the test wishes. */
final class Subscriber implements AutoCloseable {
  private final HttpServer server;
  private final List<JsonNode> told = new CopyOnWriteArrayList<>();
  private final List<String> credentials = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  Subscriber() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    told.add(SampleRequest.json(body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  void answering(int code) {
    status = code;
  }

  List<String> credentials() {
    return credentials;
  }

  /** What it was told of one type, in the order of arrival. */
  List<JsonNode> told(String type) {
    return told.stream().filter(b -> parameter(b, "type").equals(type)).toList();
  }

  /** The numbers of the events it was told of, in the order of arrival. */
  List<Integer> numbers() {
    return told("event-notification").stream().map(Subscriber::number).toList();
  }

  static int number(JsonNode bundle) {
    return Integer.parseInt(part(bundle, "event-number").path("valueString").asText());
  }

  static JsonNode part(JsonNode bundle, String name) {
    for (JsonNode parameter : bundle.at("/entry/0/resource/parameter")) {
      for (JsonNode part : parameter.path("part")) {
        if (part.path("name").asText().equals(name)) {
          return part;
        }
      }
    }
    return MissingNode.getInstance();
  }

  static String parameter(JsonNode bundle, String name) {
    for (JsonNode parameter : bundle.at("/entry/0/resource/parameter")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter.path("value" + (name.equals("topic") ? "Canonical" : "Code")).asText();
      }
    }
    return "";
  }

  ObjectNode wish(String organization) {
    String backport = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-";
    ObjectNode wish = SampleRequest.MAPPER.createObjectNode();
    wish.put("resourceType", "Subscription").put("status", "requested");
    wish.put("reason", "decisions on pended requests");
    wish.put(
        "criteria", "http://hl7.org/fhir/us/davinci-pas/SubscriptionTopic/PASSubscriptionTopic");
    wish.putObject("_criteria")
        .putArray("extension")
        .addObject()
        .put("url", backport + "filter-criteria")
        .put("valueString", "org-identifier=" + organization);
    ObjectNode channel = wish.putObject("channel").put("type", "rest-hook");
    channel.put("endpoint", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    channel.put("payload", "application/fhir+json");
    channel
        .putObject("_payload")
        .putArray("extension")
        .addObject()
        .put("url", backport + "payload-content")
        .put("valueCode", "full-resource");
    channel.putArray("header").add("Authorization: Bearer hook-secret");
    return wish;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
