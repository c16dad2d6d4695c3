package org.openpriorauth.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.story.Api.Answer;

/** Whoever carries off the database, the files, the logs and the queues has read about nobody. */
@Tag("security")
@Tag("hipaa")
@ExtendWith(Stack.class)
@Thorough
class DumpStory {
  private static final String PATIENTS = "/api/v1/patients";
  private static final String REQUESTS = "/api/v1/prior-authorizations";

  private final Api sam = Api.as("sam");
  private final Seeds seeds = new Seeds();

  @Test
  void nothingThatWasSaidOfAPatientIsInADump() throws Exception {
    ReadyCases cases = new ReadyCases("DUMP");
    ObjectNode jane = jane();
    String patient = seeds.post(sam, PATIENTS, jane.toString()).created().text("id");
    ObjectNode insured =
        (ObjectNode) Api.JSON.readTree(Cases.coverageJson(cases.payer(), "2026-01-01", null));
    insured
        .put("member_id", seeds.word(3).toUpperCase(java.util.Locale.ROOT) + " " + seeds.digits(9))
        .put("group_number", seeds.digits(8))
        .put("plan", "Gold " + seeds.word(8))
        .put("subscriber_name", seeds.word(8) + " " + seeds.word(9));
    String coverage =
        seeds
            .post(sam, PATIENTS + "/" + patient + "/coverages", insured.toString())
            .created()
            .text("id");
    String request = ordered(cases, patient, coverage);
    upload(request, jane);
    cases.awaitPacket(request);
    look(request, jane);
    mistake(jane);
    cases.send(request).await("APPROVED");
    onTheScreens(request, jane);
    for (String job : new String[] {"seal-audit", "poll", "run-checks", "verify-audit"}) {
      Jobs.run(job);
    }
    assertThat(seeds.values()).hasSizeGreaterThan(40);

    Dump dump = Dump.of(seeds.values());
    assertThat(dump.found()).isEmpty();
    assertThat(dump.tables()).isGreaterThan(40);
    assertThat(dump.files()).isGreaterThan(1000);
    System.out.printf(
        "dump: %d values of one patient, %d tables, %d files, %d MB: none found%n",
        seeds.values().size(), dump.tables(), dump.files(), dump.bytes() >> 20);
  }

  private ObjectNode jane() throws IOException {
    ObjectNode jane = (ObjectNode) Api.JSON.readTree(Cases.patientJson());
    jane.put("external_id", "EXT-" + seeds.word(9))
        .put("given_name", seeds.word(9))
        .put("family_name", seeds.word(10))
        .put("birth_date", seeds.birthDate().toString())
        .put("mrn", "M-" + seeds.digits(9))
        .put("ssn", seeds.digits(9))
        .put("phone", seeds.digits(3) + "-555-" + seeds.digits(4));
    ((ObjectNode) jane.path("address"))
        .put("line1", seeds.digits(4) + " " + seeds.word(8) + " Street")
        .put("line2", "Apartment " + seeds.digits(5))
        .put("city", seeds.word(9))
        .put("zip_code", seeds.digits(5) + "-" + seeds.digits(4));
    return jane;
  }

  private String ordered(ReadyCases cases, String patient, String coverage) throws IOException {
    ObjectNode wanted = (ObjectNode) Api.JSON.readTree(Cases.requestJson(patient, coverage));
    wanted
        .put("external_id", "ORD-" + seeds.word(9))
        .put("ordering_provider_id", cases.provider())
        .put("performing_provider_id", cases.provider());
    ((ObjectNode) wanted.path("items").path(0))
        .put("description", "MRI for " + seeds.word(9) + " after a fall");
    return seeds.post(sam, REQUESTS, wanted.toString()).created().text("id");
  }

  /** One at once and one by pieces that is never finished, named as people name files. */
  private void upload(String request, JsonNode jane) {
    String name = jane.path("given_name").asText() + " " + jane.path("family_name").asText();
    String born =
        java.time.LocalDate.parse(jane.path("birth_date").asText())
            .format(DateTimeFormatter.ofPattern("MM/dd/yyyy"));
    String said = seeds.said(seeds.word(9) + " since the accident near " + seeds.word(9));
    String note =
        """
        Progress note
        Patient: %s
        DOB: %s
        MRN: %s
        Date of visit: 11/02/2026

        %s.
        Assessment: Lumbar radiculopathy (M54.16).
        """
            .formatted(name, born, jane.path("mrn").asText(), said);
    byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
    Answer taken = sam.upload(REQUESTS + "/" + request + "/documents", name + ".txt", bytes);
    assertThat(taken.status()).isEqualTo(202);
    Tus.begin(sam, request, name + " again.txt", 4000).send(0, bytes);
  }

  /** What people do with it: search, correct, override, read. */
  private void look(String request, JsonNode jane) throws IOException {
    ObjectNode name = Api.JSON.createObjectNode();
    name.set("name", jane.path("family_name"));
    assertThat(seeds.post(sam, PATIENTS + "/search", name.toString()).body().path("items"))
        .hasSize(1);
    ObjectNode born = Api.JSON.createObjectNode();
    born.set("birth_date", jane.path("birth_date"));
    born.set("mrn", jane.path("mrn"));
    seeds.post(sam, PATIENTS + "/search", born.toString());
    String document =
        sam.get(REQUESTS + "/" + request + "/documents")
            .body()
            .path("items")
            .path(0)
            .path("id")
            .asText();
    String read = "/api/v1/documents/" + document + "/extraction";
    for (JsonNode field : sam.get(read).body().path("fields")) {
      if (field.path("name").asText().equals("patient.mrn")) {
        ObjectNode verdict = Api.JSON.createObjectNode().put("verdict", "changed");
        verdict.put("value", "M-" + seeds.digits(9)).put("reason", "told by " + seeds.word(9));
        String place = read + "/fields/" + field.path("id").asText();
        assertThat(seeds.put(sam, place, verdict.toString()).status()).isEqualTo(200);
      }
    }
    String reason = "{\"reason\": \"Seen with " + seeds.word(9) + " on the ward\"}";
    seeds.put(
        Api.as("dr.okafor"), REQUESTS + "/" + request + "/criteria/diagnosis/override", reason);
    sam.post(REQUESTS + "/" + request + "/packet", "{}");
    Api.as("dr.okafor").get(REQUESTS + "/" + request + "/packet/content");
  }

  /** What is refused must not be told either. */
  private void mistake(ObjectNode jane) {
    seeds.post(sam, PATIENTS, jane.toString()).refused("1202");
    ObjectNode more = jane.deepCopy();
    String odd = seeds.said(seeds.word(10));
    sam.post(PATIENTS, more.put(odd, odd).toString()).refused("1002");
    more.remove(odd);
    sam.post(PATIENTS, more.put("birth_date", odd).toString());
    sam.post(PATIENTS, jane.toString().substring(0, 150));
    String family = jane.path("family_name").asText();
    sam.get(PATIENTS + "?name=" + family);
    sam.get(PATIENTS + "/" + family);
    sam.get(REQUESTS + "?state=" + family);
    sam.get("/api/v1/" + family);
    sam.post("/api/v1/auth/login", "{\"username\": \"" + family + "\", \"password\": \"x\"}");
  }

  private void onTheScreens(String request, JsonNode jane) {
    PlainBrowser browser = PlainBrowser.signedIn("sam");
    String family = jane.path("family_name").asText();
    for (String place : ScreenDeeds.SHOWING) {
      if (place.contains("{request}")) {
        browser.get(place.replace("{request}", request));
      }
    }
    browser.get("queue.xhtml?q=" + family);
    browser.get(family + ".xhtml");
    browser.post(
        "upload?request=" + request,
        family.getBytes(StandardCharsets.UTF_8),
        "X-Screen",
        "1",
        "X-File-Name",
        family + ".txt");
  }

  /** If this cannot be seen, the story above sees nothing. */
  @Test
  void whatIsPlantedIsFound() throws SQLException, IOException {
    Seeds planted = new Seeds();
    String name = planted.said(planted.word(10));
    Path file =
        Files.write(
            Stack.system().settings().home().resolve("planted.bin"),
            java.util.Base64.getEncoder()
                .encode(("\u0001x" + name + "yz").getBytes(StandardCharsets.UTF_8)));
    try (Connection all = Stack.system().database().superuser().getConnection();
        Statement statement = all.createStatement()) {
      statement.execute("create table openpriorauth.planted (a bytea, b text, c jsonb)");
      statement.execute(
          "insert into openpriorauth.planted values (convert_to(upper('%1$s'), 'UTF8'),"
                  .formatted(name)
              + " reverse('%1$s'), jsonb_build_object('x', encode('%1$s', 'hex')))"
                  .formatted(name));
      try {
        Set<String> places = Dump.of(planted.values()).found().keySet();
        assertThat(places)
            .contains(
                "planted.bin",
                "openpriorauth.planted.a",
                "openpriorauth.planted.b",
                "openpriorauth.planted.c")
            .anyMatch(place -> place.startsWith("postgresql"));
      } finally {
        statement.execute("drop table openpriorauth.planted");
        Files.delete(file);
      }
    }
  }
}
