package org.openpriorauth.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.openpriorauth.simulator.desk.Settings;
import org.openpriorauth.simulator.ledger.Journal;

/** A simulator started for one test, and the client's way to it: real HTTP on a free port. */
final class RunningPayer implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Payer payer;

  private RunningPayer(Payer payer) {
    this.payer = payer;
  }

  static RunningPayer at(Path ledger, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--port", "0", "--ledger", ledger.toString()));
    arguments.addAll(List.of(options));
    try {
      return new RunningPayer(Payer.start(Settings.of(arguments.toArray(new String[0]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Journal.Unusable e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return payer.address();
  }

  HttpResponse<String> submit(String bundle) {
    return post("/fhir/Claim/$submit", bundle);
  }

  /** Submits and expects an answer. */
  JsonNode answer(SampleRequest request) {
    return SampleRequest.json(submit(request.text()).body());
  }

  HttpResponse<String> post(String path, String body) {
    return post(path, body.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(20));
  }

  HttpResponse<String> post(String path, byte[] body, Duration patience) {
    return send(
        request(path)
            .timeout(patience)
            .header("Content-Type", "application/fhir+json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  HttpResponse<String> put(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/fhir+json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE().build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(payer.address() + path.replace("$", "%24")));
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode getJson(String path) {
    return SampleRequest.json(get(path).body());
  }

  JsonNode entries() {
    return getJson("/ledger").path("entries");
  }

  JsonNode entry(int n) {
    return getJson("/ledger/" + n);
  }

  /** Orders a behaviour through the control door. */
  void order(String behaviour, String... more) {
    ObjectNode order = SampleRequest.MAPPER.createObjectNode().put("behaviour", behaviour);
    for (int i = 0; i < more.length; i += 2) {
      order.set(more[i], SampleRequest.json(more[i + 1]));
    }
    HttpResponse<String> answer = post("/control/next", order.toString());
    if (answer.statusCode() != 201) {
      throw new IllegalArgumentException(answer.body());
    }
  }

  int decideNow() {
    return SampleRequest.json(post("/control/decide-now", "{}").body()).path("decided").asInt();
  }

  /** Waits until something holds, at most ten seconds. */
  static void until(Supplier<Boolean> holds) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!holds.get()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not happen within ten seconds");
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Override
  public void close() {
    try {
      payer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
