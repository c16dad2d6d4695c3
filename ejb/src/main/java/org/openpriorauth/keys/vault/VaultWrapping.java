package org.openpriorauth.keys.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.keys.KeyServer;
import org.openpriorauth.keys.KeyServer.Answer;
import org.openpriorauth.keys.KeyWrapping;
import org.openpriorauth.keys.MasterKeyException;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.wire.json.Json;

/**
 * Wraps with a key of HashiCorp Vault's transit engine, which never leaves Vault. The purpose goes
 * along as associated data, so the key must be of an AEAD type (Vault's default is).
 */
@ApplicationScoped
public class VaultWrapping implements KeyWrapping {
  private static final String URL = "openpriorauth.keys.vault.url";
  private static final String TOKEN = "openpriorauth.keys.vault.token";

  @Inject Outward outward;

  @Inject
  @ConfigProperty(name = URL)
  Optional<String> url;

  @Inject
  @ConfigProperty(name = TOKEN)
  Optional<String> token;

  /** Read at each call: Vault's agent writes a new one into it. */
  @Inject
  @ConfigProperty(name = "openpriorauth.keys.vault.token-file")
  Optional<String> tokenFile;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.vault.namespace")
  Optional<String> namespace;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.vault.mount")
  String mount;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.vault.key")
  String key;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.answer-seconds")
  long answerSeconds;

  private KeyServer server;

  @Override
  public String provider() {
    return "vault";
  }

  @Override
  public String master() {
    return mount + "/" + key;
  }

  @Override
  public byte[] wrap(byte[] plain, Purpose purpose) {
    String text = Base64.getEncoder().encodeToString(plain);
    return ask("encrypt", master(), Map.of("plaintext", text), purpose, "ciphertext")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public byte[] unwrap(String master, byte[] wrapped, Purpose purpose) {
    String text = new String(wrapped, StandardCharsets.US_ASCII);
    return Base64.getDecoder()
        .decode(ask("decrypt", master, Map.of("ciphertext", text), purpose, "plaintext"));
  }

  /**
   * @param master mount and key
   * @param wanted the field of the answer
   */
  private String ask(
      String verb, String master, Map<String, String> given, Purpose purpose, String wanted) {
    int slash = master.lastIndexOf('/');
    String path =
        "%s/%s/%s".formatted(master.substring(0, slash), verb, master.substring(slash + 1));
    Map<String, String> body = new HashMap<>(given);
    body.put("associated_data", Base64.getEncoder().encodeToString(purpose.bytes()));
    Answer answer = server().ask(URL, () -> request(path, Json.bytes(body)), VaultWrapping::passes);
    if (!answer.good()) {
      throw refusal(answer, master);
    }
    return field(answer, wanted);
  }

  private HttpRequest.Builder request(String path, byte[] body) {
    URI base =
        KeyServer.address(URL, url.orElseThrow(() -> new MasterKeyException(URL + " is not set.")));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/v1/" + path))
            .header("Content-Type", "application/json")
            .header("X-Vault-Request", "true")
            .header("X-Vault-Token", token())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    namespace.ifPresent(name -> request.header("X-Vault-Namespace", name));
    return request;
  }

  private String token() {
    if (tokenFile.isPresent()) {
      try {
        return Files.readString(Path.of(tokenFile.get())).strip();
      } catch (IOException e) {
        throw new MasterKeyException(TOKEN + "-file names no readable file.", e);
      }
    }
    return token.orElseThrow(
        () -> new MasterKeyException("Neither " + TOKEN + " nor " + TOKEN + "-file is set."));
  }

  /** Sealed, starting, changing its leader, or too busy. */
  private static boolean passes(Answer answer) {
    return answer.status() == 429 || answer.status() >= 500;
  }

  /** Vault's own words stay out: they may repeat what was sent. */
  private static MasterKeyException refusal(Answer answer, String master) {
    return new MasterKeyException(
        switch (answer.status()) {
          case 400 -> "Vault does not take it: other bytes, another purpose, or no key " + master;
          case 403 -> "Vault does not allow it: see " + TOKEN + " and its policy on " + master;
          case 404 -> "Vault has no engine there: " + master + " (openpriorauth.keys.vault.mount)";
          case 503 -> "Vault is sealed, or in maintenance.";
          default -> "Vault answered with status " + answer.status() + ".";
        });
  }

  private static String field(Answer answer, String name) {
    try {
      JsonNode value = Json.mapper().readTree(answer.body()).path("data").path(name);
      if (value.isTextual()) {
        return value.textValue();
      }
    } catch (JsonProcessingException e) {
      // Said below: what came is not quoted, it may be a key.
    }
    throw new MasterKeyException("What answers at " + URL + " is no Vault.");
  }

  private synchronized KeyServer server() {
    if (server == null) {
      server = new KeyServer(Duration.ofSeconds(answerSeconds), outward);
    }
    return server;
  }
}
