package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.openpriorauth.story.Api.Answer;

/**
 * A language model that a clinic sets up, speaking as both APIs do. What it says is the story's
 * own; what it was sent is kept.
 */
final class ClinicsModel implements AutoCloseable {
  static final String DOOR = "/api/v1/clinics/current/language-model";
  static final String KEY = "sk-story-0123456789";

  private final HttpServer server;
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile Function<JsonNode, JsonNode> says = data -> Api.JSON.createObjectNode();

  ClinicsModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * @param answer of the data that it is shown
   */
  void says(Function<JsonNode, JsonNode> answer) {
    says = answer;
  }

  /** Answers with picks, each {@code passage's words|quote|stance}, by the passage's words. */
  void picks(String... picks) {
    says(
        data -> {
          ObjectNode answer = Api.JSON.createObjectNode();
          for (String pick : picks) {
            String[] parts = pick.split("\\|");
            answer
                .withArray("passages")
                .addObject()
                .put("passage", named(data, parts[0]))
                .put("quote", parts[1])
                .put("stance", parts[2]);
          }
          return answer.has("passages") ? answer : answer.set("passages", answer.arrayNode());
        });
  }

  private static String named(JsonNode data, String words) {
    for (JsonNode passage : data.path("passages")) {
      if (passage.path("text").asText().contains(words)) {
        return passage.path("id").asText();
      }
    }
    return "p0";
  }

  /** The next calls are told to come back in ten minutes. */
  void busy(int calls) {
    busy.set(calls);
  }

  /** What it was asked since. */
  List<JsonNode> asked() {
    return asked;
  }

  Answer choose(Api who, String adapter, String... changed) {
    ObjectNode body =
        Api.JSON
            .createObjectNode()
            .put("adapter", adapter)
            .put("base_url", address())
            .put("model", "story-model-1")
            .put("key", KEY)
            .put("monthly_tokens", 1_000_000)
            .put("input_price", 3)
            .put("output_price", 15)
            .put("agreement", true);
    for (int i = 0; i < changed.length; i += 2) {
      try {
        body.set(changed[i], Api.JSON.readTree(changed[i + 1]));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return put(who, body.toString());
  }

  static void off(Api who) {
    assertThat(put(who, "{\"adapter\": \"none\"}").status()).isEqualTo(200);
  }

  private static Answer put(Api who, String body) {
    return who.put(DOOR, body, "If-Match", who.get(DOOR).header("ETag").orElseThrow());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = Api.JSON.readTree(exchange.getRequestBody().readAllBytes());
      boolean messages = exchange.getRequestURI().getPath().equals("/v1/messages");
      String key =
          messages
              ? exchange.getRequestHeaders().getFirst("x-api-key")
              : String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                  .replace("Bearer ", "");
      asked.add(body);
      if (!KEY.equals(key)) {
        write(exchange, 401, Map.of("error", Map.of("type", "authentication_error")));
      } else if (busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        exchange.getResponseHeaders().set("Retry-After", "600");
        write(exchange, messages ? 529 : 429, Map.of("error", Map.of("type", "overloaded_error")));
      } else {
        JsonNode said = says.apply(data(body));
        write(exchange, 200, messages ? message(said) : completion(said));
      }
    }
  }

  /** What it was shown, of a question in either API. */
  static JsonNode data(JsonNode body) throws IOException {
    JsonNode messages = body.path("messages");
    return Api.JSON.readTree(messages.path(messages.size() - 1).path("content").asText());
  }

  private static Object message(JsonNode said) {
    List<Object> content = new ArrayList<>();
    content.add(Map.of("type", "tool_use", "id", "toolu_1", "name", "answer", "input", said));
    return Map.of(
        "type",
        "message",
        "content",
        content,
        "stop_reason",
        "tool_use",
        "usage",
        Map.of("input_tokens", 1000, "output_tokens", 100));
  }

  private static Object completion(JsonNode said) {
    Map<String, Object> message = Map.of("role", "assistant", "content", said.toString());
    return Map.of(
        "choices", List.of(Map.of("index", 0, "message", message, "finish_reason", "stop")),
        "usage", Map.of("prompt_tokens", 1000, "completion_tokens", 100));
  }

  private static void write(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = Api.JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
