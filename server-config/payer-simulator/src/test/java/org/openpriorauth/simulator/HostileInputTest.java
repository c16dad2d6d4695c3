package org.openpriorauth.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is thrown at the door, the answer is quick, orderly and never 5xx. */
class HostileInputTest {
  private static final int FIVE_MB = 5_000_000;
  private static final Duration SOON = Duration.ofMillis(200);
  @TempDir static Path ledger;
  private static RunningPayer payer;

  @BeforeAll
  static void start() {
    payer = RunningPayer.at(ledger);
  }

  @AfterAll
  static void stop() {
    payer.close();
  }

  /** The best of many: a busy machine may stall one call, but not each of them. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void hostileJsonIsRefusedSoon(String what, byte[] body) {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 3 || i < 30 && best.compareTo(SOON) >= 0; i++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = payer.post("/fhir/Claim/$submit", body, Duration.ofSeconds(10));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      best = took.compareTo(best) < 0 ? took : best;
      assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
      assertThat(SampleRequest.json(answer.body()).path("resourceType").asText())
          .isEqualTo("OperationOutcome");
    }
    assertThat(best).isLessThan(SOON);
  }

  static Stream<Arguments> hostile() {
    String bundle = SampleRequest.of("97110", 4).text();
    return Stream.of(
        bad("100,000 arrays deep", "[".repeat(100_000)),
        bad("100,000 objects deep", "{\"a\":".repeat(100_000)),
        bad("a string of 5 MB", "{\"a\":\"" + "x".repeat(FIVE_MB) + "\"}"),
        bad("5 MB of numbers", "[" + "1,".repeat(FIVE_MB / 2) + "1]"),
        bad("5 MB of empty arrays", "[" + "[],".repeat(FIVE_MB / 3) + "[]]"),
        bad("5 MB of names", names()),
        bad("5 MB of entries", "{\"resourceType\":\"Bundle\",\"entry\":[" + entries() + "{}]}"),
        bad("5 MB of one number", "[" + "9".repeat(FIVE_MB) + "]"),
        bad("5 MB of one name", "{\"" + "x".repeat(FIVE_MB) + "\":1}"),
        bad("nothing", ""),
        bad("blanks", " \n "),
        bad("null", "null"),
        bad("a text", "\"Bundle\""),
        bad("two bundles", bundle + bundle),
        bad("a name twice", "{\"resourceType\":\"Bundle\",\"resourceType\":\"Bundle\"}"),
        bad("half a bundle", bundle.substring(0, bundle.length() / 2)),
        bad("not a number", bundle.replace("\"value\":4", "\"value\":NaN")),
        bad("an immense exponent", bundle.replace("\"value\":4", "\"value\":1e999999999")),
        bad("half a surrogate", bundle.replace("urn:sample:out", "\\ud800")),
        Arguments.of("bad UTF-8", badUtf8(bundle)),
        Arguments.of("UTF-16", bundle.getBytes(StandardCharsets.UTF_16)));
  }

  private static String names() {
    StringBuilder names = new StringBuilder("{");
    for (int i = 0; names.length() < FIVE_MB; i++) {
      names.append("\"n").append(i).append("\":1,");
    }
    return names.append("\"z\":1}").toString();
  }

  private static String entries() {
    return "{\"fullUrl\":\"urn:uuid:1\",\"resource\":{\"resourceType\":\"Claim\"}},".repeat(80_000);
  }

  private static byte[] badUtf8(String bundle) {
    byte[] bytes = bundle.getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length / 2] = (byte) 0xC0;
    return bytes;
  }

  private static Arguments bad(String what, String body) {
    return Arguments.of(what, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aBodyOverFortyMegabytesIsRefusedWithOrWithoutItsLength() {
    byte[] long41 = new byte[41 * 1024 * 1024];
    HttpResponse<String> answer = payer.post("/fhir/Claim/$submit", long41, Duration.ofSeconds(20));
    assertThat(answer.statusCode()).isEqualTo(413);
    HttpRequest chunked =
        payer
            .request("/fhir/Claim/$submit")
            .header("Content-Type", "application/fhir+json")
            .POST(
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofByteArray(long41)))
            .build();
    assertThat(payer.send(chunked).statusCode()).isEqualTo(413);
  }

  @Test
  void aLargeButSoundRequestIsTaken() {
    ObjectNode bundle = SampleRequest.of("72148", 1).bundle();
    ((ObjectNode) bundle.at("/entry/6/resource/content/0/attachment"))
        .put("data", "QUJD".repeat(5_000_000));
    HttpResponse<String> answer = payer.submit(bundle.toString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().length()).isLessThan(20_000);
  }

  @Test
  void noSpoiledElementBringsTheServerDown() {
    String text = SampleRequest.of("97110", 4).text();
    List<String> replacements = List.of("null", "\"x\"", "{}", "-1", "[{}]");
    for (String path : paths(SampleRequest.json(text), "")) {
      for (String replacement : replacements) {
        ObjectNode bundle = (ObjectNode) SampleRequest.json(text);
        replace(bundle, path, SampleRequest.json(replacement));
        HttpResponse<String> answer = payer.submit(bundle.toString());
        assertThat(answer.statusCode()).as(path + " = " + replacement).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception");
      }
    }
  }

  private static List<String> paths(JsonNode node, String at) {
    List<String> paths = new ArrayList<>();
    if (!at.isEmpty()) {
      paths.add(at);
    }
    node.fields().forEachRemaining(f -> paths.addAll(paths(f.getValue(), at + "/" + f.getKey())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      paths.addAll(paths(node.get(i), at + "/" + i));
    }
    return paths;
  }

  private static void replace(ObjectNode bundle, String path, JsonNode value) {
    JsonNode parent = bundle.at(path.substring(0, path.lastIndexOf('/')));
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    } else {
      ((ObjectNode) parent).set(name, value);
    }
  }
}
