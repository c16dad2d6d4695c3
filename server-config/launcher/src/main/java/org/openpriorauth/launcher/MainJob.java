package org.openpriorauth.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.openpriorauth.samples.SampleCase;
import org.openpriorauth.samples.SampleCases;

/**
 * The product's main job on three sample charts, through the REST door: patient, coverage, request,
 * documents, and their reading.
 */
public final class MainJob {
  private static final Duration READING = Duration.ofMinutes(5);

  private final RestClient staff;
  private final Console console;

  public MainJob(RunningSystem system, Console console) {
    this.console = console;
    this.staff =
        RestClient.signIn(system.settings().address(), "sam", system.secrets().password("people"));
  }

  /**
   * @throws LaunchFailure if a step does not end as it should
   */
  public void run() {
    for (SampleCase sample : console.step("Three sample charts", SampleCases::all)) {
      console.say("");
      console.say("  " + sample.title());
      String patient = console.step("  Patient", () -> patient(sample));
      String coverage = console.step("  Coverage", () -> coverage(sample, patient));
      JsonNode request = console.step("  Request", () -> request(sample, patient, coverage));
      String place = "/api/v1/prior-authorizations/" + request.path("id").asText();
      int documents = sample.documents().size();
      console.step(
          "  " + documents + " documents uploaded and stored encrypted",
          () -> staff.upload(place + "/documents", sample.documents()));
      JsonNode read = console.step("  Documents read", () -> awaitReading(place));
      for (JsonNode document : read.path("items")) {
        console.say(describe(document));
      }
      JsonNode now = staff.get(place);
      console.say(
          "    %s is now in %s"
              .formatted(now.path("pa_number").asText(), now.path("state").asText()));
    }
  }

  private String describe(JsonNode document) {
    String name = document.path("file_name").asText();
    if (!document.path("state").asText().equals("read")) {
      return "    %-24s %s".formatted(name, document.path("problem").asText());
    }
    JsonNode pages =
        staff.get("/api/v1/documents/" + document.path("id").asText() + "/pages").path("items");
    int characters = 0;
    for (JsonNode page : pages) {
      characters += page.path("text").asText().length();
    }
    return "    %-24s %d page(s) by %s, %,d characters"
        .formatted(name, pages.size(), pages.path(0).path("source").asText(), characters);
  }

  /** The demo may run again on the same data: a patient who is there already is found. */
  private String patient(SampleCase sample) {
    String mrn = sample.facts().get("patient.mrn");
    JsonNode found =
        staff.post("/api/v1/patients/search", RestClient.JSON.createObjectNode().put("mrn", mrn));
    if (!found.path("items").isEmpty()) {
      return found.path("items").path(0).path("id").asText();
    }
    String name = sample.facts().get("patient.name");
    int gap = name.lastIndexOf(' ');
    ObjectNode body =
        RestClient.JSON
            .createObjectNode()
            .put("given_name", name.substring(0, gap))
            .put("family_name", name.substring(gap + 1))
            .put("birth_date", sample.facts().get("patient.birth_date"))
            .put("sex", sample.facts().get("patient.sex"))
            .put("mrn", mrn)
            .put("phone", sample.facts().get("patient.phone"));
    return staff.post("/api/v1/patients", body).path("id").asText();
  }

  private String coverage(SampleCase sample, String patient) {
    String place = "/api/v1/patients/" + patient + "/coverages";
    JsonNode there = staff.get(place).path("items");
    if (!there.isEmpty()) {
      return there.path(0).path("id").asText();
    }
    String payer = staff.get("/api/v1/payers").path("items").path(0).path("id").asText();
    ObjectNode body =
        RestClient.JSON
            .createObjectNode()
            .put("payer_id", payer)
            .put("rank", "primary")
            .put("relationship", sample.facts().get("coverage.relationship"))
            .put("plan", sample.facts().get("coverage.plan"))
            .put("member_id", sample.facts().get("coverage.member_id"))
            .put("group_number", sample.facts().get("coverage.group_number"));
    return staff.post(place, body).path("id").asText();
  }

  private JsonNode request(SampleCase sample, String patient, String coverage) {
    String code = sample.facts().get("service.code");
    ObjectNode body =
        RestClient.JSON
            .createObjectNode()
            .put("patient_id", patient)
            .put("coverage_id", coverage)
            .put("priority", sample.facts().get("request.priority"))
            .put("ordered_on", sample.facts().get("request.encounter_date"));
    ObjectNode item = body.putArray("items").addObject();
    item.put("code_system", Character.isLetter(code.charAt(0)) ? "hcpcs" : "cpt")
        .put("code", code)
        .put("description", sample.facts().get("service.description"))
        .put("units", Integer.parseInt(sample.facts().get("service.units")));
    for (String diagnosis : sample.facts().get("diagnosis.code").split(",\\s*")) {
      item.withArray("diagnosis_codes").add(diagnosis);
    }
    return staff.post("/api/v1/prior-authorizations", body);
  }

  private JsonNode awaitReading(String place) {
    Instant end = Instant.now().plus(READING);
    while (Instant.now().isBefore(end)) {
      if (staff.get(place).path("state").asText().equals("REVIEW")) {
        return staff.get(place + "/documents");
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new LaunchFailure("The documents were not read within five minutes.");
  }
}
