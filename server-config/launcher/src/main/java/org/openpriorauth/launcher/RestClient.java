package org.openpriorauth.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.samples.SampleDocument;

/**
 * The product's REST door as any client sees it; an unexpected answer ends the demo with its words.
 */
final class RestClient {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String token;

  private RestClient(String address, String token) {
    this.address = address;
    this.token = token;
  }

  /** Signs in, and sets up the second factor first if the role needs one. */
  static RestClient signIn(RunningSystem system, String username) {
    RestClient anonymous = new RestClient(system.settings().address(), null);
    Authenticator authenticator = system.secrets().authenticator(username);
    String password = system.secrets().password("people");
    ObjectNode credentials =
        JSON.createObjectNode().put("username", username).put("password", password);
    if (authenticator.set()) {
      credentials.put("totp", authenticator.code());
    }
    JsonNode signedIn = anonymous.post("/api/v1/auth/token", credentials);
    if (signedIn.path("mfa_enrolment_required").asBoolean()) {
      anonymous.with(signedIn).enrol(authenticator, password);
      ObjectNode refresh = JSON.createObjectNode();
      refresh.set("refresh_token", signedIn.path("refresh_token"));
      signedIn = anonymous.post("/api/v1/auth/refresh", refresh);
    }
    return anonymous.with(signedIn);
  }

  private RestClient with(JsonNode signedIn) {
    return new RestClient(address, signedIn.path("access_token").asText());
  }

  private void enrol(Authenticator authenticator, String password) {
    JsonNode begun = post("/api/v1/auth/mfa", JSON.createObjectNode().put("password", password));
    authenticator.keep(begun.path("secret").asText());
    post("/api/v1/auth/mfa/confirm", JSON.createObjectNode().put("totp", authenticator.code()));
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  /** Empty while it is not there. */
  Optional<JsonNode> find(String path) {
    HttpResponse<String> answer = exchange(request(path).GET());
    return answer.statusCode() == 404 || answer.statusCode() == 409
        ? Optional.empty()
        : Optional.of(read(answer));
  }

  JsonNode post(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  JsonNode put(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  JsonNode upload(String path, List<SampleDocument> files) {
    String boundary = UUID.randomUUID().toString();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (SampleDocument file : files) {
      body.writeBytes(
          ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                  + "Content-Type: %s\r\n\r\n")
              .formatted(boundary, file.fileName(), file.mediaType())
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file.content());
      body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) {
    return read(exchange(request));
  }

  private static JsonNode read(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new LaunchFailure(
          "%s answered %d: %s"
              .formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new LaunchFailure("The application did not answer in JSON: " + e.getMessage(), e);
    }
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LaunchFailure("The application did not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Interrupted.", e);
    }
  }
}
