package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;
import org.openpriorauth.story.FuzzDoors.Operation;

/**
 * Generated requests at every door that the running server describes, in one clinic's name and with
 * both clinics' ids: it refuses in its own words, falls over none, and tells nothing. Two minutes
 * with all stories; as many as wanted by {@code mvn verify -Pfuzz -Dfuzz.requests=…}. A failure
 * names its seed, and {@code -Dfuzz.seed=…} throws the same again.
 */
@Tag("security")
@Tag("fuzz")
@ExtendWith(Stack.class)
@EnabledIf("wanted")
class FuzzStory {
  private static final Duration SAMPLE = Duration.ofMinutes(2);
  private static final int MOST_FAULTS = 25;

  /** What belongs to the server's inside: a trace's line, a class, a statement. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "(?m)^\\s*at [\\w.$/]+\\(|\\b(java|javax|jakarta|org\\.(openpriorauth|hibernate|jboss"
              + "|wildfly|postgresql|glassfish|apache|eclipse)|com\\.(fasterxml|sun))\\.\\w+"
              + "|\\w+Exception\\b|RESTEASY\\d+|ERROR: |SQLState|HV000");

  private static final Pattern UNFORESEEN =
      Pattern.compile("unforeseen requestId|a call was not written down");

  /** They end the session of the one who knocks, or all the others. */
  private static final Set<String> LEFT_OUT =
      Set.of("POST /api/v1/auth/logout", "DELETE /api/v1/auth/sessions");

  private static Map<String, List<String>> ids;
  private static List<String> canaries;
  private static long ours;
  private Api person = FuzzPerson.anew();

  static boolean wanted() {
    return Boolean.getBoolean("stories.thorough") || requests() > 0;
  }

  private static int requests() {
    return Integer.getInteger("fuzz.requests", 0);
  }

  private static long seed() {
    return Long.getLong("fuzz.seed", 20261125L);
  }

  /** The first clinic's patient, whom nobody of the second may ever see a word of. */
  @BeforeAll
  static void aCanary() {
    Api here = Api.as("sam");
    Api there = Api.as("rita");
    String mark = UUID.randomUUID().toString().substring(0, 6);
    canaries = List.of("Quillfeather" + mark, "MRN" + mark, "MEM" + mark);
    String patient =
        made(
            here,
            "/api/v1/patients",
            Cases.patientJson()
                .replace("Jane Q.", canaries.get(0))
                .replaceAll("\"mrn\": \"[^\"]+", "\"mrn\": \"" + canaries.get(1)));
    String insured = Cases.coverageJson(Cases.payer(here), "2026-01-01", null);
    String coverage =
        made(
            here,
            "/api/v1/patients/" + patient + "/coverages",
            insured.replace("HCX 448 201 937", canaries.get(2)));
    String request =
        made(here, "/api/v1/prior-authorizations", Cases.requestJson(patient, coverage));
    byte[] note = ("Of " + canaries.get(0)).getBytes(StandardCharsets.US_ASCII);
    String document = document(here, request, note);
    Tus upload = Tus.begin(here, request, canaries.get(0) + ".txt", 100);
    upload.send(0, note);
    ids = new HashMap<>();
    know(patient, "patient", Cases.patient(there));
    know(coverage, "coverage", Cases.coverage(there, Cases.patient(there)));
    String own = Cases.request(there);
    know(request, "request", own);
    know(document, "document", Cases.document(there, own));
    know(upload.id(), "upload", Tus.begin(FuzzPerson.anew(), own, "a.txt", 100).id());
    know(Cases.payer(here), "payer", Cases.payer(there));
    DoorsStory.NOBODYS.forEach((name, id) -> ids.putIfAbsent(name, List.of(id)));
    ids.put("job", List.of("no-such-job"));
    ours = rowsOfTheFirstClinic();
  }

  private static String document(Api who, String request, byte[] note) {
    String place = "/api/v1/prior-authorizations/" + request + "/documents";
    Answer uploaded = who.upload(place, canaries.get(0) + ".txt", note);
    String id = uploaded.body().path("items").path(0).path("id").asText();
    Cases.awaitReading(who, id);
    return id;
  }

  private static String made(Api who, String place, String json) {
    return who.post(place, json).created().text("id");
  }

  private static void know(String theirs, String name, String own) {
    ids.put(name, List.of(own, own, theirs));
  }

  private static long rowsOfTheFirstClinic() {
    return Set.of(
            "patient", "coverage", "prior_authorization", "clinical_document", "document_upload")
        .stream()
        .mapToLong(
            table ->
                Rows.count(
                    "select coalesce(sum(version) + count(*), 0) from "
                        + table
                        + " where clinic_id = ?",
                    DemoClinic.CEDAR_HOLLOW.id()))
        .sum();
  }

  @Test
  void everyDoorIsDescribed() {
    assertThat(
            FuzzDoors.published().operations().stream()
                .map(o -> o.toString().replaceAll("\\{[^}]+}", "{}"))
                .collect(Collectors.toSet()))
        .containsAll(
            Door.ALL.stream().map(d -> d.toString().replaceAll("\\{[^}]+}", "{}")).toList());
  }

  @Test
  void whateverIsThrownIsAnsweredInTheServersOwnWords() {
    FuzzDoors doors = FuzzDoors.published();
    List<Operation> targets =
        doors.operations().stream().filter(o -> !LEFT_OUT.contains(o.toString())).toList();
    List<String> faults = new ArrayList<>();
    long unforeseen = unforeseen();
    Instant end = Instant.now().plus(SAMPLE);
    int thrown = 0;
    while (requests() > 0 ? thrown < requests() : Instant.now().isBefore(end)) {
      Random chance = new Random(seed() * 1_000_003 + thrown);
      Operation door = targets.get(thrown % targets.size());
      FuzzRequest request = FuzzRequest.of(chance, doors, door, ids);
      String fault = fault(request, chance.nextInt(10));
      if (fault != null && faults.size() < MOST_FAULTS) {
        faults.add("request %d: %s%n%s".formatted(thrown, request, fault));
      }
      thrown++;
    }
    System.out.println("fuzz: " + thrown + " requests, seed " + seed());
    assertThat(faults).as("seed " + seed() + ", " + thrown + " requests").isEmpty();
    assertThat(unforeseen()).as("lines in the server's log").isEqualTo(unforeseen);
    assertThat(Api.anonymous().get("/health/ready").status()).isEqualTo(200);
    assertThat(rowsOfTheFirstClinic()).as("the other clinic's rows").isEqualTo(ours);
    Cases.document(Api.as("sam"), Cases.request(Api.as("sam")));
  }

  /** What the server itself did not expect, or could not write down. */
  private static long unforeseen() {
    try (Stream<Path> files = Files.walk(Stack.system().settings().home())) {
      long lines = 0;
      for (Path log : files.filter(f -> f.toString().endsWith(".log")).toList()) {
        try (Stream<String> said = Files.lines(log, StandardCharsets.ISO_8859_1)) {
          lines += said.filter(UNFORESEEN.asPredicate()).count();
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the answer, or null. */
  private String fault(FuzzRequest request, int who) {
    Answer answer = null;
    try {
      answer =
          request.send(who == 0 ? Api.anonymous() : who == 1 ? Api.withToken("x.y.z") : person);
      if (answer.text("code").equals("OPA-1104")
          || answer.text("code").equals("OPA-1101") && who > 1) {
        person = FuzzPerson.anew();
      }
      check(request, answer);
      return null;
    } catch (AssertionError | IllegalArgumentException e) {
      String came =
          answer == null ? "nothing" : answer.status() + " " + shortened(answer.raw().body());
      return came + System.lineSeparator() + shortened(e.getMessage() + " " + e.getCause());
    }
  }

  private static void check(FuzzRequest request, Answer answer) {
    String said = answer.raw().body() + answer.raw().headers().map();
    assertThat(said).doesNotContainPattern(INSIDE).doesNotContain(canaries);
    if (answer.status() >= 500) {
      assertThat(answer.status()).isEqualTo(503);
    }
    if (answer.status() < 400 || request.verb().equals("HEAD")) {
      return;
    }
    JsonNode body = answer.body();
    assertThat(body.path("code").asText()).matches("OPA-\\d{4}");
    Refusal.check(answer, body.path("code").asText().substring(4));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(800, text.length()));
  }
}
