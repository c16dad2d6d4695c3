package org.openpriorauth.keys.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.wire.json.Json;

/**
 * What we use of AWS KMS, as KMS answers it: one key, JSON 1.1, and signatures that it computes in
 * its own way from what arrived, not from what our code meant to send.
 */
public final class KmsStandIn implements AutoCloseable {
  static final String KEY = "arn:aws:kms:us-east-2:111122223333:key/1234abcd";
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String ACCESS = "AKIDEXAMPLE";
  private static final String REGION = "us-east-2";
  private static final String SESSION = "stand-in-session";
  private static final int NONCE = 12;
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/]+)/([0-9]{8})/([^/]+)/kms/aws4_request,"
              + " SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

  private final HttpServer server;
  private final byte[] master = new byte[32];
  final Deque<String> moods = new ArrayDeque<>();
  final AtomicInteger requests = new AtomicInteger();

  public KmsStandIn() throws IOException {
    new SecureRandom().nextBytes(master);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** An adapter that is set up for it. */
  public KmsWrapping wrapping() {
    KmsCredentials credentials = new KmsCredentials();
    credentials.accessKey = Optional.of(ACCESS);
    credentials.secretKey = Optional.of(SECRET);
    credentials.sessionToken = Optional.of(SESSION);
    KmsWrapping wrapping = new KmsWrapping();
    wrapping.region = Optional.of(REGION);
    wrapping.outward = Outward.of(Optional.empty(), Optional.empty(), Optional.empty());
    wrapping.key = Optional.of(KEY);
    wrapping.endpoint = Optional.of("http://127.0.0.1:" + server.getAddress().getPort());
    wrapping.answerSeconds = 2;
    wrapping.credentials = credentials;
    wrapping.clock = Clock.systemUTC();
    return wrapping;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String mood = moods.poll();
      if (mood != null) {
        refuse(exchange, mood.startsWith("KMSInternal") ? 500 : 400, mood);
        return;
      }
      Optional<String> refused = checked(exchange, body);
      if (refused.isPresent()) {
        refuse(exchange, 400, refused.get());
        return;
      }
      JsonNode in = Json.mapper().readTree(body);
      if (!in.path("KeyId").asText().equals(KEY)) {
        refuse(exchange, 400, "NotFoundException");
        return;
      }
      perform(exchange, in);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void perform(HttpExchange exchange, JsonNode in)
      throws IOException, GeneralSecurityException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    byte[] context = context(in.path("EncryptionContext"));
    if (target.equals("TrentService.Encrypt")) {
      byte[] nonce = new byte[NONCE];
      new SecureRandom().nextBytes(nonce);
      byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, bytes(in, "Plaintext"), context);
      byte[] blob = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
      answer(exchange, "CiphertextBlob", blob);
    } else if (target.equals("TrentService.Decrypt")) {
      byte[] blob = bytes(in, "CiphertextBlob");
      try {
        byte[] sealed = Arrays.copyOfRange(blob, NONCE, blob.length);
        byte[] nonce = Arrays.copyOf(blob, NONCE);
        answer(exchange, "Plaintext", run(Cipher.DECRYPT_MODE, nonce, sealed, context));
      } catch (AEADBadTagException e) {
        refuse(exchange, 400, "InvalidCiphertextException");
      }
    } else {
      refuse(exchange, 400, "UnknownOperationException");
    }
  }

  /** The pairs in their names' order: the context is a map. */
  private static byte[] context(JsonNode node) {
    Map<String, String> pairs = new TreeMap<>();
    node.fields().forEachRemaining(f -> pairs.put(f.getKey(), f.getValue().asText()));
    return pairs.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] in, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(master, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(context);
    return cipher.doFinal(in);
  }

  /** The error's name if the request is not signed by who it says, for here and now. */
  private static Optional<String> checked(HttpExchange exchange, byte[] body)
      throws GeneralSecurityException {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (given == null) {
      return Optional.of("MissingAuthenticationTokenException");
    }
    Matcher parts = AUTHORIZATION.matcher(given);
    if (!parts.matches() || !parts.group(3).equals(REGION)) {
      return Optional.of("IncompleteSignatureException");
    }
    if (!parts.group(1).equals(ACCESS)
        || !SESSION.equals(exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"))) {
      return Optional.of("com.amazon.coral.service#UnrecognizedClientException");
    }
    String time = exchange.getRequestHeaders().getFirst("X-Amz-Date");
    Instant at =
        LocalDateTime.parse(time, DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
            .toInstant(ZoneOffset.UTC);
    String names = parts.group(4);
    boolean now = Duration.between(at, Instant.now()).abs().compareTo(SKEW) < 0;
    boolean enough =
        Arrays.asList(names.split(";")).contains("host") && names.contains("x-amz-date");
    if (!now || !enough || !time.startsWith(parts.group(2))) {
      return Optional.of("InvalidSignatureException");
    }
    String signature = signature(exchange, body, names, time);
    return signature.equals(parts.group(5))
        ? Optional.empty()
        : Optional.of("InvalidSignatureException");
  }

  private static String signature(HttpExchange exchange, byte[] body, String names, String time)
      throws GeneralSecurityException {
    StringBuilder request = new StringBuilder();
    request.append(exchange.getRequestMethod()).append('\n');
    request.append(exchange.getRequestURI().getPath()).append('\n').append('\n');
    for (String name : names.split(";")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      request.append(name).append(':').append(value).append('\n');
    }
    request.append('\n').append(names).append('\n').append(sha256(body));
    String day = time.substring(0, 8);
    String toSign =
        "AWS4-HMAC-SHA256\n%s\n%s/%s/kms/aws4_request\n%s"
            .formatted(
                time, day, REGION, sha256(request.toString().getBytes(StandardCharsets.UTF_8)));
    byte[] key = hmac(("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8), day);
    key = hmac(hmac(hmac(key, REGION), "kms"), "aws4_request");
    return hex(hmac(key, toSign));
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String hex(byte[] bytes) {
    return "%064x".formatted(new BigInteger(1, bytes));
  }

  private static byte[] bytes(JsonNode in, String name) {
    return Base64.getDecoder().decode(in.path(name).asText());
  }

  private static void answer(HttpExchange exchange, String name, byte[] bytes) throws IOException {
    String text = Base64.getEncoder().encodeToString(bytes);
    write(exchange, 200, Map.of("KeyId", KEY, name, text));
  }

  private static void refuse(HttpExchange exchange, int status, String type) throws IOException {
    write(exchange, status, Map.of("__type", type, "message", "no"));
  }

  private static void write(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = Json.bytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
