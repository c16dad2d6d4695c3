package org.openpriorauth.simulator.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openpriorauth.simulator.intake.Refusal;
import org.openpriorauth.simulator.wire.Json;

/** One HTTP call: what was asked, and the way to answer it. */
final class Call {
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int DRIPS = 20;
  private final HttpExchange exchange;

  Call(HttpExchange exchange) {
    this.exchange = exchange;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  /** The path's parts, decoded; none for the root. */
  List<String> path() {
    return Arrays.stream(exchange.getRequestURI().getPath().split("/"))
        .filter(part -> !part.isEmpty())
        .toList();
  }

  String header(String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  Optional<String> query(String name) {
    String query = exchange.getRequestURI().getQuery();
    return query == null
        ? Optional.empty()
        : Arrays.stream(query.split("&"))
            .filter(part -> part.startsWith(name + "="))
            .map(part -> part.substring(name.length() + 1))
            .findFirst();
  }

  /**
   * The body as it was received.
   *
   * @throws Refusal with status 413, 415 or 400 when it is too long, not JSON or not UTF-8
   */
  String text() throws IOException {
    String type = header("Content-Type").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/fhir+json") && !type.startsWith("application/json")) {
      throw Refusal.of(415, "not-supported", "The body must be application/fhir+json.");
    }
    if (declared() > Json.MAX_BODY_BYTES) {
      throw tooLong();
    }
    try {
      return Json.decode(body());
    } catch (Json.Malformed e) {
      throw Refusal.of(400, "structure", e.getMessage());
    }
  }

  /**
   * Reads a body's text as JSON.
   *
   * @throws Refusal with status 400 when it is not JSON that we read
   */
  static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (Json.Malformed e) {
      throw Refusal.of(400, "structure", e.getMessage());
    }
  }

  private byte[] body() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 14);
    byte[] piece = new byte[1 << 16];
    InputStream in = exchange.getRequestBody();
    for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
      body.write(piece, 0, got);
      if (body.size() > Json.MAX_BODY_BYTES) {
        throw tooLong();
      }
    }
    return body.toByteArray();
  }

  private long declared() {
    String length = header("Content-Length");
    return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }

  private static Refusal tooLong() {
    return Refusal.of(413, "too-long", "The body is longer than 40 MB.");
  }

  void send(Reply reply) throws IOException {
    if (reply.manner() == Reply.Manner.DROPPED) {
      exchange.close();
      return;
    }
    var headers = exchange.getResponseHeaders();
    if (!reply.type().isEmpty()) {
      headers.set("Content-Type", reply.type());
    }
    headers.set("X-Content-Type-Options", "nosniff");
    reply.headers().forEach(headers::set);
    long length = reply.body().length == 0 ? -1 : reply.body().length;
    try {
      switch (reply.manner()) {
        case DRIPPING -> drip(reply);
        case PADDED -> pad(reply);
        default -> {
          exchange.sendResponseHeaders(reply.status(), length);
          exchange.getResponseBody().write(reply.body());
          exchange.getResponseBody().flush();
          linger();
        }
      }
    } finally {
      exchange.close();
    }
  }

  /** A caller still sending sees a reset instead of the answer, if we close at once. */
  private void linger() throws IOException {
    InputStream rest = exchange.getRequestBody();
    byte[] sink = new byte[1 << 16];
    long until = System.nanoTime() + LINGER_NANOS;
    while (System.nanoTime() < until && rest.read(sink) >= 0) {
      // What comes too late is not looked at.
    }
  }

  private void drip(Reply reply) throws IOException {
    exchange.sendResponseHeaders(reply.status(), 0);
    OutputStream out = exchange.getResponseBody();
    int step = Math.max(1, reply.body().length / DRIPS);
    for (int at = 0; at < reply.body().length; at += step) {
      Pause.millis(reply.amount() / DRIPS);
      out.write(reply.body(), at, Math.min(step, reply.body().length - at));
      out.flush();
    }
  }

  private void pad(Reply reply) throws IOException {
    exchange.sendResponseHeaders(reply.status(), reply.amount() + reply.body().length);
    OutputStream out = exchange.getResponseBody();
    byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    for (long left = reply.amount(); left > 0; left -= blanks.length) {
      out.write(blanks, 0, (int) Math.min(left, blanks.length));
    }
    out.write(reply.body());
  }
}
