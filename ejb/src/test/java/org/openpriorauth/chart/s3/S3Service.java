package org.openpriorauth.chart.s3;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.openpriorauth.chart.DocumentStore;

/**
 * A stand-in for an S3 service with one bucket: the verbs that the store uses, as they go over the
 * line, with signatures and checksums verified, and with a temper that tests can order.
 */
public final class S3Service implements AutoCloseable {
  static final String BUCKET = "sealed";
  static final String ACCESS_KEY = "AKIDEXAMPLE";
  static final String SECRET = "a-secret-of-the-tests";
  static final String REGION = "eu-central-1";

  /** What becomes of a request instead of an answer. */
  enum Mood {
    BUSY,
    DROPS,
    HANGS,
    /** Stores what comes, and breaks the line before it says so. */
    LOSES_ANSWER,
    SPOILS
  }

  /**
   * @param checksum as the sender gave it, base64
   */
  record Stored(byte[] content, String checksum, String version) {}

  static {
    // Otherwise each answer with a body waits for the sender's acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Signature signature = new Signature(ACCESS_KEY, SECRET, REGION);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Mood> moods = new ArrayDeque<>();

  final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();
  final List<Stored> formerVersions = new CopyOnWriteArrayList<>();
  final AtomicInteger requests = new AtomicInteger();
  volatile Headers lastPut;
  volatile int longestPage = 1000;

  /** Enabled, Suspended, AccessDenied, or empty for a bucket that never had versions. */
  volatile String versioning = "Enabled";

  public S3Service() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::met);
    server.start();
  }

  /** A store that keeps its contents here. */
  public DocumentStore store() {
    return S3Stores.of(S3Stores.settings(address()));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** So many requests are asked to come again. */
  public void busyFor(int requests) {
    next(Collections.nCopies(requests, Mood.BUSY).toArray(Mood[]::new));
  }

  /** The next requests meet these, one each; later ones are answered again. */
  void next(Mood... ordered) {
    synchronized (moods) {
      moods.addAll(List.of(ordered));
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void met(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Mood mood;
    synchronized (moods) {
      mood = moods.poll();
    }
    if (mood == Mood.BUSY) {
      refuse(exchange, 503, "SlowDown");
    } else if (mood == Mood.DROPS) {
      exchange.close();
    } else if (mood == Mood.HANGS) {
      hang();
    } else if (!signature.holds(exchange, body)) {
      refuse(exchange, 403, "SignatureDoesNotMatch");
    } else {
      answer(exchange, body, mood);
    }
  }

  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, byte[] body, Mood mood) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
    String key = path.length == 2 ? path[1] : "";
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    if (!path[0].equals(BUCKET)) {
      refuse(exchange, 404, "NoSuchBucket");
    } else if (query.containsKey("versioning")) {
      versioning(exchange);
    } else if (key.isEmpty()) {
      list(exchange, query);
    } else {
      switch (exchange.getRequestMethod()) {
        case "PUT" -> put(exchange, key, body, mood == Mood.LOSES_ANSWER);
        case "GET" -> get(exchange, key, mood == Mood.SPOILS);
        case "DELETE" -> delete(exchange, key);
        default -> refuse(exchange, 405, "MethodNotAllowed");
      }
    }
  }

  private void versioning(HttpExchange exchange) throws IOException {
    if (versioning.equals("AccessDenied")) {
      refuse(exchange, 403, versioning);
    } else {
      String status = versioning.isEmpty() ? "" : "<Status>" + versioning + "</Status>";
      say(exchange, 200, "<VersioningConfiguration>" + status + "</VersioningConfiguration>");
    }
  }

  private void put(HttpExchange exchange, String key, byte[] body, boolean lost)
      throws IOException {
    Headers asked = exchange.getRequestHeaders();
    lastPut = asked;
    String checksum = Base64.getEncoder().encodeToString(Signature.sha256(body));
    if (!checksum.equals(asked.getFirst("x-amz-checksum-sha256"))) {
      refuse(exchange, 400, "BadDigest");
      return;
    }
    Stored stored = new Stored(body, checksum, UUID.randomUUID().toString());
    Stored former;
    if ("*".equals(asked.getFirst("If-None-Match"))) {
      if (objects.putIfAbsent(key, stored) != null) {
        refuse(exchange, 412, "PreconditionFailed");
        return;
      }
    } else if ((former = objects.put(key, stored)) != null) {
      formerVersions.add(former);
    }
    if (!lost) {
      describe(exchange, stored);
      exchange.sendResponseHeaders(200, -1);
    }
    exchange.close();
  }

  private void get(HttpExchange exchange, String key, boolean spoilt) throws IOException {
    Stored stored = objects.get(key);
    if (stored == null) {
      refuse(exchange, 404, "NoSuchKey");
      return;
    }
    describe(exchange, stored);
    byte[] content = stored.content().clone();
    if (spoilt) {
      content[content.length / 2] ^= 1;
    }
    exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }

  private static void describe(HttpExchange exchange, Stored stored) {
    exchange.getResponseHeaders().set("ETag", "\"" + stored.version() + "\"");
    exchange.getResponseHeaders().set("x-amz-version-id", stored.version());
    exchange.getResponseHeaders().set("x-amz-checksum-sha256", stored.checksum());
  }

  private void delete(HttpExchange exchange, String key) throws IOException {
    Stored former = objects.remove(key);
    if (former != null) {
      formerVersions.add(former);
    }
    exchange.getResponseHeaders().set("x-amz-delete-marker", "true");
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
    String prefix = query.getOrDefault("prefix", "");
    String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
    int most = Math.min(longestPage, Integer.parseInt(query.getOrDefault("max-keys", "1000")));
    List<String> keys =
        objects.tailMap(after, false).keySet().stream()
            .filter(key -> key.startsWith(prefix))
            .limit(most + 1L)
            .toList();
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    boolean more = keys.size() > most;
    xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
    if (more) {
      String token = keys.get(most - 1);
      xml.append("<NextContinuationToken>").append(token).append("</NextContinuationToken>");
    }
    keys.stream()
        .limit(most)
        .forEach(key -> xml.append("<Contents><Key>").append(key).append("</Key></Contents>"));
    say(exchange, 200, xml.append("</ListBucketResult>").toString());
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      String value = parts.length == 2 ? parts[1] : "";
      query.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return query;
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    say(
        exchange,
        status,
        "<Error><Code>%s</Code><Message>%s, said the stand-in.</Message></Error>"
            .formatted(code, code));
  }

  private static void say(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = ("<?xml version=\"1.0\"?>" + xml).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.getResponseHeaders().set("x-amz-request-id", UUID.randomUUID().toString());
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
