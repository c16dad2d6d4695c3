package org.openpriorauth.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A few hundred codes in the agencies' own layouts, to try things with: samples, not for billing.
 * The whole sets are the agencies' to give out, and the site's to load.
 */
public final class CodeSamples {
  private static final Map<String, String> FILES =
      Map.of(
          "icd10cm", "icd10cm-order-sample.txt",
          "hcpcs", "hcpcs-sample-anweb.txt");

  private static final String LOAD =
      "/api/v1/batch/jobs/load-codes/executions?system=%s&file=%s"
          + "&edition=sample%%2C%%20not%%20for%%20billing&from=2020-01-01&sample=true";

  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final long A_MOMENT = 100_000_000;

  private CodeSamples() {}

  /** The directory from which this system loads codes, with the samples in it. */
  static Path directory(Path home) throws IOException {
    Path directory = Files.createDirectories(home.resolve("codes"));
    for (String file : FILES.values()) {
      try (InputStream in = CodeSamples.class.getResourceAsStream("/codes/" + file)) {
        Files.copy(in, directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return directory;
  }

  /** Loads them as an operator does; a whole edition that is in use stays. */
  static int load(RunningSystem system) {
    RestClient operator = RestClient.signIn(system, "omar");
    List<String> loaded =
        operator.get("/api/v1/codes/editions").path("items").findValuesAsText("system");
    FILES.forEach(
        (codes, file) -> {
          if (!loaded.contains(codes)) {
            await(operator, operator.post(LOAD.formatted(codes, file), nothing()));
          }
        });
    return FILES.size();
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void await(RestClient operator, JsonNode started) {
    String place = "/api/v1/batch/executions/" + started.path("id").asText();
    Instant end = Instant.now().plus(DEADLINE);
    JsonNode execution = started;
    while (execution.path("status").asText().startsWith("START") && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(A_MOMENT);
      execution = operator.get(place);
    }
    if (!execution.path("status").asText().equals("COMPLETED")) {
      throw new LaunchFailure("The sample codes: " + execution.path("detail").asText());
    }
  }
}
