package org.openpriorauth.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A JAX-RS client's view of the system: plain HTTP and JSON. */
final class Api {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String token;
  private final String key;

  private Api(String token, String key) {
    this.token = token;
    this.key = key;
  }

  /** What came back. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    String text(String field) {
      return body.path(field).asText();
    }

    String text(String outer, String field) {
      return body.path(outer).path(field).asText();
    }

    Optional<String> header(String name) {
      return raw.headers().firstValue(name);
    }

    /** Asserts that something was made. */
    Answer created() {
      if (status != 201) {
        throw new AssertionError(status + " " + body);
      }
      return this;
    }

    /**
     * Asserts that it is this problem, in the shape that every problem has.
     *
     * @param number of its code, for example {@code 1301}
     */
    Answer refused(String number) {
      Refusal.check(this, number);
      return this;
    }

    /** Asserts that exactly this value was not acceptable. */
    void refused(String pointer, String fault) {
      refused("1003");
      Refusal.blames(this, pointer, fault);
    }
  }

  static Api anonymous() {
    return new Api(null, null);
  }

  static Api withToken(String token) {
    return new Api(token, null);
  }

  /** Another system, with a key instead of a token. */
  static Api withKey(String key) {
    return new Api(null, key);
  }

  static Api as(String username) {
    return new Api(People.token(username), null);
  }

  static Answer signIn(String username, String password) {
    return anonymous()
        .post(
            "/api/v1/auth/login",
            JSON.createObjectNode().put("username", username).put("password", password).toString());
  }

  static String password() {
    return Stack.system().secrets().password("people");
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer delete(String path, String... headers) {
    HttpRequest.Builder request = request(path).DELETE();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer form(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  Answer put(String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer patch(String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** One file, as a browser sends it. */
  Answer upload(String path, String fileName, byte[] content) {
    String boundary = "boundary-" + java.util.UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(boundary, fileName)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String text = answer.body();
      boolean json =
          answer
                  .headers()
                  .firstValue("Content-Type")
                  .orElse("")
                  .matches("application/(problem[+])?json(;.*)?")
              && !text.isEmpty();
      return new Answer(
          answer.statusCode(), json ? JSON.readTree(text) : JSON.createObjectNode(), answer);
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Stack.system().settings().address() + path))
            .timeout(Duration.ofSeconds(30));
    if (key != null) {
      request.header("X-API-Key", key);
    }
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }
}
