package org.openpriorauth.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.openpriorauth.wire.json.Json;

/**
 * What we use of two APIs, as they answer it: Anthropic's messages and OpenAI's chat completions,
 * with their checks, their refusals, and the moods of a server.
 */
public final class ModelStandIn implements AutoCloseable {
  static final String KEY = "sk-stand-in";

  private final HttpServer server;
  private final Deque<Mood> moods = new ArrayDeque<>();
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private volatile String answer = "{\"word\": \"ready\"}";

  /** How one call is answered. */
  enum Mood {
    WELL,
    BUSY,
    BUSY_FOR_LONG,
    FAILING,
    REFUSING,
    HALF,
    PROSE,
    NO_JSON,
    SLOW,
    ENDLESS,
    HUGE,
    DROPPED,
    REDIRECTING
  }

  ModelStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next calls go so, one after the other; those after them go well. */
  void mood(Mood... next) {
    synchronized (moods) {
      Collections.addAll(moods, next);
    }
  }

  /** What the model says from now on, as JSON. */
  void says(String json) {
    answer = json;
  }

  List<JsonNode> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Mood mood;
    synchronized (moods) {
      mood = moods.isEmpty() ? Mood.WELL : moods.poll();
    }
    try (exchange) {
      JsonNode body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
      asked.add(body);
      Dialect dialect =
          exchange.getRequestURI().getPath().equals("/v1/messages")
              ? new Messages(exchange, body)
              : new Completions(exchange, body);
      answer(exchange, mood, dialect);
    }
  }

  private void answer(HttpExchange exchange, Mood mood, Dialect dialect) throws IOException {
    String fault = dialect.fault();
    if (!exchange.getRequestURI().getPath().equals(dialect.path())) {
      write(exchange, 404, dialect.error("not_found_error"));
    } else if (!dialect.admitted()) {
      write(exchange, 401, dialect.error("authentication_error"));
    } else if (fault != null) {
      write(exchange, 400, dialect.error(fault));
    } else {
      switch (mood) {
        case WELL -> write(exchange, 200, dialect.answer(Json.mapper().readTree(answer)));
        case PROSE -> write(exchange, 200, dialect.prose("Certainly! Here is what I found."));
        case REFUSING -> write(exchange, 200, dialect.refusal());
        case HALF -> write(exchange, 200, dialect.half());
        default -> badly(exchange, mood, dialect);
      }
    }
  }

  private static void badly(HttpExchange exchange, Mood mood, Dialect dialect) throws IOException {
    switch (mood) {
      case BUSY, BUSY_FOR_LONG -> {
        exchange.getResponseHeaders().set("retry-after", mood == Mood.BUSY ? "1" : "600");
        write(exchange, dialect.busy(), dialect.error("overloaded_error"));
      }
      case FAILING -> write(exchange, 500, dialect.error("api_error"));
      case REDIRECTING -> {
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
        exchange.sendResponseHeaders(307, -1);
      }
      case NO_JSON -> raw(exchange, "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8));
      case SLOW -> LockSupport.parkNanos(8_000_000_000L);
      case HUGE -> raw(exchange, new byte[3 << 20]);
      case ENDLESS -> {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; i < 400; i++) {
          out.write(' ');
          out.flush();
          LockSupport.parkNanos(20_000_000);
        }
      }
      // Nothing is written, and the connection closes.
      default -> exchange.getRequestBody().close();
    }
  }

  private static void write(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = Json.bytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void raw(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** One of the two APIs. */
  private interface Dialect {
    String path();

    boolean admitted();

    /** What the API would not take, or null. */
    String fault();

    int busy();

    Object error(String type);

    Object answer(JsonNode said);

    Object prose(String text);

    Object refusal();

    Object half();
  }

  private record Messages(HttpExchange exchange, JsonNode body) implements Dialect {
    @Override
    public String path() {
      return "/v1/messages";
    }

    @Override
    public boolean admitted() {
      return KEY.equals(exchange.getRequestHeaders().getFirst("x-api-key"));
    }

    @Override
    public String fault() {
      boolean good =
          "2023-06-01".equals(exchange.getRequestHeaders().getFirst("anthropic-version"))
              && body.path("model").isTextual()
              && body.path("max_tokens").asInt() > 0
              && body.path("system").isTextual()
              && body.path("messages").path(0).path("role").asText().equals("user")
              && body.path("tools")
                  .path(0)
                  .path("input_schema")
                  .path("type")
                  .asText("")
                  .equals("object")
              && body.path("tool_choice")
                  .path("name")
                  .equals(body.path("tools").path(0).path("name"));
      return good ? null : "invalid_request_error";
    }

    @Override
    public int busy() {
      return 529;
    }

    @Override
    public Object error(String type) {
      return Map.of("type", "error", "error", Map.of("type", type, "message", "No."));
    }

    @Override
    public Object answer(JsonNode said) {
      Object block = Map.of("type", "tool_use", "id", "toolu_01", "name", "answer", "input", said);
      return message("tool_use", List.of(block));
    }

    @Override
    public Object prose(String text) {
      return message("end_turn", List.of(Map.of("type", "text", "text", text)));
    }

    @Override
    public Object refusal() {
      return message("refusal", List.of());
    }

    @Override
    public Object half() {
      Object block =
          Map.of("type", "tool_use", "id", "toolu_01", "name", "answer", "input", Map.of());
      return message("max_tokens", List.of(block));
    }

    private Object message(String stop, List<Object> content) {
      return Map.of(
          "id",
          "msg_01",
          "type",
          "message",
          "role",
          "assistant",
          "model",
          body.path("model"),
          "content",
          content,
          "stop_reason",
          stop,
          "usage",
          Map.of("input_tokens", 1200, "output_tokens", 80));
    }
  }

  private record Completions(HttpExchange exchange, JsonNode body) implements Dialect {
    @Override
    public String path() {
      return "/v1/chat/completions";
    }

    @Override
    public boolean admitted() {
      return ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    @Override
    public String fault() {
      JsonNode format = body.path("response_format");
      boolean good =
          body.path("model").isTextual()
              && body.path("messages").path(0).path("role").asText().equals("system")
              && body.path("messages").path(1).path("role").asText().equals("user")
              && format.path("type").asText().equals("json_schema")
              && format.path("json_schema").path("strict").asBoolean()
              && format.path("json_schema").path("schema").path("type").asText().equals("object");
      return good ? null : "invalid_request_error";
    }

    @Override
    public int busy() {
      return 429;
    }

    @Override
    public Object error(String type) {
      return Map.of("error", Map.of("type", type, "message", "No."));
    }

    @Override
    public Object answer(JsonNode said) {
      return completion("stop", Map.of("role", "assistant", "content", said.toString()));
    }

    @Override
    public Object prose(String text) {
      return completion("stop", Map.of("role", "assistant", "content", text));
    }

    @Override
    public Object refusal() {
      return completion("stop", Map.of("role", "assistant", "refusal", "I cannot."));
    }

    @Override
    public Object half() {
      return completion("length", Map.of("role", "assistant", "content", "{\"word\": \"re"));
    }

    private Object completion(String finish, Map<String, Object> message) {
      return Map.of(
          "id", "chatcmpl-1",
          "object", "chat.completion",
          "model", body.path("model"),
          "choices", List.of(Map.of("index", 0, "message", message, "finish_reason", finish)),
          "usage", Map.of("prompt_tokens", 1200, "completion_tokens", 80, "total_tokens", 1280));
    }
  }
}
