package org.openpriorauth.keys.kms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.keys.KeyServer;
import org.openpriorauth.keys.KeyServer.Answer;
import org.openpriorauth.keys.MasterKeyException;
import org.openpriorauth.outward.Outward;
import org.openpriorauth.wire.json.Json;

/**
 * The credentials of the role that AWS gives a container (ECS, EKS pod identity) or a machine (EC2,
 * metadata service version 2). They live for hours, and are fetched anew before they end. Both
 * services are on the machine itself, and AWS has them speak plain HTTP.
 */
@ApplicationScoped
public class RoleCredentials {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration SPARE = Duration.ofMinutes(5);
  private static final String SETTING =
      "openpriorauth.keys.kms.access-key (or this machine's role)";
  private static final String MACHINE = "/latest/meta-data/iam/security-credentials/";

  @Inject Outward outward;

  @Inject
  @ConfigProperty(name = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
  Optional<String> containerPath;

  @Inject
  @ConfigProperty(name = "AWS_CONTAINER_CREDENTIALS_FULL_URI")
  Optional<String> containerAddress;

  @Inject
  @ConfigProperty(name = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
  Optional<String> tokenFile;

  @Inject
  @ConfigProperty(
      name = "AWS_EC2_METADATA_SERVICE_ENDPOINT",
      defaultValue = "http://169.254.169.254")
  String machine;

  @Inject Clock clock;

  private KeyServer server;
  private Credentials fetched;

  /**
   * @throws MasterKeyException if there is no role here
   */
  synchronized Credentials get() {
    if (fetched == null || clock.instant().isAfter(fetched.until().minus(SPARE))) {
      server = server == null ? new KeyServer(PATIENCE, outward) : server;
      Optional<String> container =
          containerPath.map(path -> "http://169.254.170.2" + path).or(() -> containerAddress);
      fetched = container.map(this::ofContainer).orElseGet(this::ofMachine);
    }
    return fetched;
  }

  private Credentials ofContainer(String address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    tokenFile.ifPresent(file -> request.header("Authorization", token(file)));
    return read(ask(request));
  }

  private Credentials ofMachine() {
    String token =
        ask(
            HttpRequest.newBuilder(URI.create(machine + "/latest/api/token"))
                .header("X-aws-ec2-metadata-token-ttl-seconds", "60")
                .PUT(HttpRequest.BodyPublishers.noBody()));
    String role = ask(metadata("", token)).strip();
    return read(ask(metadata(role, token)));
  }

  private HttpRequest.Builder metadata(String role, String token) {
    return HttpRequest.newBuilder(URI.create(machine + MACHINE + role))
        .header("X-aws-ec2-metadata-token", token);
  }

  private String ask(HttpRequest.Builder request) {
    Answer answer = server.ask(SETTING, () -> request, a -> a.status() >= 500);
    if (!answer.good()) {
      throw new MasterKeyException("No credentials for KMS: " + SETTING + " is not set.");
    }
    return answer.body();
  }

  private static Credentials read(String json) {
    try {
      JsonNode in = Json.mapper().readTree(json);
      return new Credentials(
          in.required("AccessKeyId").asText(),
          in.required("SecretAccessKey").asText(),
          Optional.of(in.required("Token").asText()),
          Instant.parse(in.required("Expiration").asText()));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      // What came is not quoted, it may be a secret.
      throw new MasterKeyException("The credentials of this machine's role cannot be read.");
    }
  }

  private static String token(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new MasterKeyException("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE is not readable.", e);
    }
  }
}
