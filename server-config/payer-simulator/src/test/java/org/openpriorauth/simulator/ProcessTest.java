package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a process of its own: its one line, its exit codes, its end. */
class ProcessTest {
  private static final String READY = "payer simulator ready on ";
  @TempDir Path ledger;
  @TempDir Path said;
  private Path errors;

  @BeforeEach
  void listen() {
    errors = said.resolve("errors.txt");
  }

  @Test
  void aKilledSimulatorKnowsEverythingAgain() throws Exception {
    String text = SampleRequest.of("72148", 1).text();
    Process first = start("--port", "0", "--ledger", ledger.toString());
    String answer = submit(address(first), text);
    first.destroyForcibly().waitFor();
    Process second = start("--port", "0", "--ledger", ledger.toString());
    try {
      assertThat(submit(address(second), text)).isEqualTo(answer);
    } finally {
      second.destroyForcibly();
    }
  }

  @Test
  void terminationIsQuick() throws Exception {
    Process process = start("--port", "0", "--ledger", ledger.toString());
    address(process);
    long start = System.nanoTime();
    process.destroy();
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(1000);
    assertThat(error()).isEmpty();
  }

  @Test
  void aPortInUseIsOneSentence() throws Exception {
    Process process = start("--port", "0", "--ledger", ledger.toString());
    try {
      String port = address(process).replaceAll(".*:", "");
      Process late = start("--port", port, "--ledger", ledger.resolve("other").toString());
      assertThat(late.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(late.exitValue()).isEqualTo(2);
      assertThat(error()).hasSize(1).first().asString().contains(port, "in use");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aWrongCommandLineIsOneSentence() throws Exception {
    for (List<String> wrong :
        List.of(
            List.of("--port", "8090"),
            List.of("--ledger", "x", "--port", "high"),
            List.of("--ledger", "x", "--decide-after-seconds", "-1"),
            List.of("--colour", "red"),
            List.of("--ledger"))) {
      Process process = start(wrong.toArray(new String[0]));
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(error()).hasSize(1);
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PayerSimulator.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }

  private static String address(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    assertThat(line).startsWith(READY);
    return line.substring(READY.length());
  }

  private List<String> error() throws IOException {
    return Files.readAllLines(errors);
  }

  private static String submit(String address, String text) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/fhir/Claim/%24submit"))
            .header("Content-Type", "application/fhir+json")
            .POST(HttpRequest.BodyPublishers.ofString(text))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
