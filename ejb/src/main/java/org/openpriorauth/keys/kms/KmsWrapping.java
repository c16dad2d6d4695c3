package org.openpriorauth.keys.kms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.keys.KeyServer;
import org.openpriorauth.keys.KeyServer.Answer;
import org.openpriorauth.keys.KeyWrapping;
import org.openpriorauth.keys.MasterKeyException;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.wire.json.Json;

/**
 * Wraps with a symmetric key of AWS KMS, which never leaves KMS. The purpose goes along as
 * encryption context, and so stands in CloudTrail: it holds no secret. Two calls are not worth
 * AWS's library and its start-up time.
 */
@ApplicationScoped
public class KmsWrapping implements KeyWrapping {
  private static final String SERVICE = "kms";
  private static final String REGION = "openpriorauth.keys.kms.region";
  private static final String KEY = "openpriorauth.keys.kms.key";
  private static final Set<String> PASSING =
      Set.of(
          "ThrottlingException",
          "LimitExceededException",
          "KMSInternalException",
          "DependencyTimeoutException",
          "KeyUnavailableException");

  @Inject Outward outward;

  @Inject
  @ConfigProperty(name = REGION)
  Optional<String> region;

  @Inject
  @ConfigProperty(name = KEY)
  Optional<String> key;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.kms.endpoint")
  Optional<String> endpoint;

  @Inject
  @ConfigProperty(name = "openpriorauth.keys.answer-seconds")
  long answerSeconds;

  @Inject KmsCredentials credentials;
  @Inject Clock clock;

  private KeyServer server;

  @Override
  public String provider() {
    return SERVICE;
  }

  @Override
  public String master() {
    return key.orElseThrow(() -> new MasterKeyException(KEY + " is not set."));
  }

  @Override
  public byte[] wrap(byte[] plain, Purpose purpose) {
    return ask("Encrypt", master(), "Plaintext", plain, purpose, "CiphertextBlob");
  }

  @Override
  public byte[] unwrap(String master, byte[] wrapped, Purpose purpose) {
    return ask("Decrypt", master, "CiphertextBlob", wrapped, purpose, "Plaintext");
  }

  private byte[] ask(
      String action, String master, String name, byte[] given, Purpose purpose, String wanted) {
    byte[] body =
        Json.bytes(
            Map.of(
                "KeyId",
                master,
                name,
                Base64.getEncoder().encodeToString(given),
                "EncryptionContext",
                Map.of(
                    "application",
                    "openpriorauth",
                    "environment",
                    purpose.environment(),
                    "kind",
                    purpose.kind(),
                    "key",
                    purpose.id())));
    Answer answer = server().ask(REGION, () -> request(action, body), KmsWrapping::passes);
    if (!answer.good()) {
      throw refusal(type(answer), master);
    }
    JsonNode value = json(answer).path(wanted);
    if (!value.isTextual()) {
      throw new MasterKeyException("What answers for " + REGION + " is no KMS.");
    }
    return Base64.getDecoder().decode(value.textValue());
  }

  private HttpRequest.Builder request(String action, byte[] body) {
    String here = region.orElseThrow(() -> new MasterKeyException(REGION + " is not set."));
    URI address =
        KeyServer.address(
            "openpriorauth.keys.kms.endpoint",
            endpoint.orElse("https://kms." + here + ".amazonaws.com"));
    Credentials signer = credentials.get();
    SortedMap<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/x-amz-json-1.1");
    headers.put("X-Amz-Target", "TrentService." + action);
    headers.put("X-Amz-Date", SignatureV4.time(clock.instant()));
    signer.sessionToken().ifPresent(token -> headers.put("X-Amz-Security-Token", token));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    // The client writes this one itself.
    headers.put("Host", host(address));
    SignatureV4 signature = new SignatureV4(here, SERVICE, signer.accessKey(), signer.secretKey());
    return request.header("Authorization", signature.authorization(headers, body));
  }

  /** As the client writes it: without the port that the scheme means anyway. */
  private static String host(URI address) {
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    boolean unsaid = address.getPort() < 0 || address.getPort() == usual;
    return unsaid ? address.getHost() : address.getHost() + ":" + address.getPort();
  }

  private static boolean passes(Answer answer) {
    return answer.status() >= 500 || PASSING.contains(type(answer));
  }

  private static MasterKeyException refusal(String type, String master) {
    return new MasterKeyException(
        switch (type) {
          case "InvalidCiphertextException", "IncorrectKeyException" ->
              "KMS does not open it: other bytes, another purpose, or another key than " + master;
          case "AccessDeniedException" -> "KMS does not allow it: see the policies on " + master;
          case "DisabledException", "KMSInvalidStateException" ->
              "The KMS key is disabled or being deleted: " + master;
          case "NotFoundException" -> "KMS has no key " + master + " (" + KEY + ")";
          case "UnrecognizedClientException",
              "InvalidSignatureException",
              "MissingAuthenticationTokenException",
              "ExpiredTokenException" ->
              "KMS does not know these credentials: openpriorauth.keys.kms.access-key and"
                  + " .secret-key, or AWS's own variables ("
                  + type
                  + ")";
          default -> "KMS refused: " + type;
        });
  }

  /** The name of the error, without the name space that some answers put before it. */
  private static String type(Answer answer) {
    String type = json(answer).path("__type").asText("status " + answer.status());
    return type.substring(type.indexOf('#') + 1);
  }

  private static JsonNode json(Answer answer) {
    try {
      return Json.mapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private synchronized KeyServer server() {
    if (server == null) {
      server = new KeyServer(Duration.ofSeconds(answerSeconds), outward);
    }
    return server;
  }
}
