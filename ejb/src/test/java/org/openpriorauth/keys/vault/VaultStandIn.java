package org.openpriorauth.keys.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.wire.json.Json;

/**
 * What we use of Vault's transit engine, as Vault answers it: one mount, one key with versions, a
 * token, a namespace, and the moods of a server.
 */
public final class VaultStandIn implements AutoCloseable {
  public static final String TOKEN = "hvs.stand-in-token";
  private static final String PATH = "/v1/pa/transit/";
  private static final String NAMESPACE = "hospital/radiology";
  private static final int NONCE = 12;

  private final HttpServer server;
  private final List<byte[]> versions = new ArrayList<>();
  private final AtomicInteger sealedFor = new AtomicInteger();
  private volatile int oldest = 1;
  final AtomicInteger requests = new AtomicInteger();

  public VaultStandIn() throws IOException {
    rotate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** An adapter that is set up for it. */
  public VaultWrapping wrapping() {
    VaultWrapping wrapping = new VaultWrapping();
    wrapping.url = Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    wrapping.outward = Outward.of(Optional.empty(), Optional.empty(), Optional.empty());
    wrapping.token = Optional.of(TOKEN);
    wrapping.tokenFile = Optional.empty();
    wrapping.namespace = Optional.of(NAMESPACE);
    wrapping.mount = "pa/transit";
    wrapping.key = "openpriorauth";
    wrapping.answerSeconds = 2;
    return wrapping;
  }

  /** A new version of the key, as {@code transit/keys/:name/rotate} makes it. */
  public void rotate() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    versions.add(key);
  }

  /** Refuses older versions from now on, as {@code min_decryption_version} does. */
  void openOnlyTheLatest() {
    oldest = versions.size();
  }

  /** Sealed for so many requests. */
  void seal(int count) {
    sealedFor.set(count);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      if (sealedFor.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        refuse(exchange, 503, "Vault is sealed");
      } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))
          || !NAMESPACE.equals(exchange.getRequestHeaders().getFirst("X-Vault-Namespace"))) {
        refuse(exchange, 403, "permission denied");
      } else if (!exchange.getRequestURI().getPath().startsWith(PATH)
          || !exchange.getRequestMethod().equals("POST")) {
        refuse(exchange, 404, "no handler for route");
      } else {
        transit(exchange);
      }
    }
  }

  private void transit(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(PATH.length()).split("/");
    JsonNode in = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
    if (!path[1].equals("openpriorauth")) {
      refuse(exchange, 400, "encryption key not found");
      return;
    }
    byte[] associated = Base64.getDecoder().decode(in.path("associated_data").asText());
    try {
      if (path[0].equals("encrypt")) {
        byte[] plain = Base64.getDecoder().decode(in.path("plaintext").asText());
        answer(
            exchange,
            Map.of("ciphertext", encrypt(plain, associated), "key_version", versions.size()));
      } else {
        byte[] plain = decrypt(in.path("ciphertext").asText(), associated);
        answer(exchange, Map.of("plaintext", Base64.getEncoder().encodeToString(plain)));
      }
    } catch (GeneralSecurityException e) {
      refuse(exchange, 400, "cipher: message authentication failed");
    } catch (IllegalArgumentException e) {
      refuse(exchange, 400, "invalid ciphertext: " + e.getMessage());
    }
  }

  private String encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, versions.size(), nonce, plain, associated);
    byte[] all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    return "vault:v" + versions.size() + ":" + Base64.getEncoder().encodeToString(all);
  }

  private byte[] decrypt(String text, byte[] associated) throws GeneralSecurityException {
    String[] parts = text.split(":", 3);
    if (parts.length != 3 || !parts[0].equals("vault") || !parts[1].matches("v[0-9]{1,3}")) {
      throw new IllegalArgumentException("no prefix");
    }
    int version = Integer.parseInt(parts[1].substring(1));
    if (version < oldest || version > versions.size()) {
      throw new IllegalArgumentException("version is disallowed by policy (too old)");
    }
    byte[] all = Base64.getDecoder().decode(parts[2]);
    if (all.length <= NONCE) {
      throw new IllegalArgumentException("too short");
    }
    byte[] sealed = Arrays.copyOfRange(all, NONCE, all.length);
    return run(Cipher.DECRYPT_MODE, version, Arrays.copyOf(all, NONCE), sealed, associated);
  }

  private byte[] run(int mode, int version, byte[] nonce, byte[] in, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKeySpec key = new SecretKeySpec(versions.get(version - 1), "AES");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(in);
  }

  private static void answer(HttpExchange exchange, Map<String, Object> data) throws IOException {
    write(exchange, 200, Map.of("request_id", "7d6a", "lease_duration", 0, "data", data));
  }

  private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
    write(exchange, status, Map.of("errors", List.of(error)));
  }

  private static void write(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
