package org.openpriorauth.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpriorauth.samples.SampleCase;
import org.openpriorauth.samples.SampleCases;

/**
 * The product's main job on three sample charts, through the REST door: patient, coverage, request,
 * documents, their reading, the payer's rules, packet, submission, determination.
 */
public final class MainJob {
  private static final Duration READING = Duration.ofMinutes(5);
  private static final Set<String> DECIDED =
      Set.of("APPROVED", "PARTIALLY_APPROVED", "DENIED", "NOT_REQUIRED", "SUBMISSION_FAILED");
  private static final Set<String> SENT =
      Stream.concat(DECIDED.stream(), Stream.of("SUBMITTED", "PENDED", "INFO_REQUESTED"))
          .collect(Collectors.toSet());

  private final RunningSystem system;
  private final RestClient staff;
  private final Console console;

  public MainJob(RunningSystem system, Console console) {
    this.system = system;
    this.console = console;
    this.staff = RestClient.signIn(system, "sam");
  }

  /**
   * Three charts, three endings: approved, denied with a reason, and missing something.
   *
   * @throws LaunchFailure if a step does not end as it should
   */
  public void run() {
    Administration admin = new Administration(system);
    console.step("Codes of diagnoses and supplies, a sample", () -> CodeSamples.load(system));
    console.step("The payer's rules", admin::importPolicies);
    console.step(
        "The payer's FHIR door", () -> admin.openChannel(system.settings().simulatorPort()));
    for (SampleCase sample : console.step("Three sample charts", SampleCases::all)) {
      console.say("");
      console.say("  " + sample.title());
      String place = read(admin, sample);
      String state = staff.get(place).path("state").asText();
      if (state.equals("READY")) {
        state = send(place);
      }
      Ending.of(sample.name())
          .require(state, staff.find(place + "/determination"), verdicts(place));
    }
  }

  /** From the patient to what the payer's rules say; answers the request's address. */
  private String read(Administration admin, SampleCase sample) {
    String patient = console.step("  Patient", () -> patient(sample));
    String coverage = console.step("  Coverage", () -> coverage(sample, patient));
    JsonNode request = console.step("  Request", () -> request(admin, sample, patient, coverage));
    String place = "/api/v1/prior-authorizations/" + request.path("id").asText();
    int documents = sample.documents().size();
    console.step(
        "  " + documents + " documents uploaded and stored encrypted",
        () -> staff.upload(place + "/documents", sample.documents()));
    JsonNode read =
        console.step(
            "  Documents read",
            () -> {
              await(place, Set.of("REVIEW", "READY"));
              return staff.get(place + "/documents");
            });
    for (JsonNode document : read.path("items")) {
      console.say(describe(document));
    }
    int settled =
        console.step("  A person settles what is doubtful", () -> new Review(staff).settle(place));
    if (settled > 0) {
      console.say("    %d settled".formatted(settled));
    }
    criteria(verdicts(place));
    JsonNode now = staff.get(place);
    console.say(
        "    %s is %s".formatted(now.path("pa_number").asText(), now.path("state").asText()));
    return place;
  }

  /** From the packet to the payer's determination; answers the state. */
  private String send(String place) {
    JsonNode packet = console.step("  Packet made", () -> awaitPacket(place));
    console.say(
        "    %d pages, %,d bytes, SHA-256 %s…"
            .formatted(
                packet.path("pages").asInt(),
                packet.path("byte_size").asLong(),
                packet.path("sha256").asText().substring(0, 12)));
    console.step(
        "  Sent to the payer",
        () -> {
          staff.post(place + "/submissions", RestClient.JSON.createObjectNode());
          return await(place, SENT);
        });
    String state = console.step("  The payer's determination", () -> await(place, DECIDED));
    JsonNode determination = staff.get(place + "/determination");
    for (JsonNode item : determination.path("items")) {
      console.say(
          "    item %d: %s %s"
              .formatted(
                  item.path("sequence").asInt(),
                  item.path("outcome").asText(),
                  item.path("authorization_number").asText("")));
      item.path("reasons").forEach(reason -> console.say("      " + reason.asText()));
    }
    console.say("    %s, told by %s".formatted(state, determination.path("source").asText()));
    return state;
  }

  private JsonNode verdicts(String place) {
    return staff.get(place + "/criteria");
  }

  private void criteria(JsonNode assessment) {
    console.say("    " + assessment.path("policy").path("title").asText());
    for (JsonNode criterion : assessment.path("criteria")) {
      console.say(
          "      %-10s %s"
              .formatted(
                  criterion.path("verdict").asText().replace('_', ' '),
                  criterion.path("text").asText()));
    }
    for (JsonNode open : assessment.path("open")) {
      console.say("    %s: %s".formatted(open.path("kind").asText(), open.path("text").asText()));
    }
  }

  private String describe(JsonNode document) {
    String name = document.path("file_name").asText();
    if (!document.path("state").asText().equals("read")) {
      return "    %-24s %s".formatted(name, document.at("/problem/detail").asText());
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
            .put("subscriber_name", sample.facts().get("coverage.subscriber"))
            .put("group_number", sample.facts().get("coverage.group_number"));
    return staff.post(place, body).path("id").asText();
  }

  private JsonNode request(
      Administration admin, SampleCase sample, String patient, String coverage) {
    String code = sample.facts().get("service.code");
    ObjectNode body =
        RestClient.JSON
            .createObjectNode()
            .put("patient_id", patient)
            .put("coverage_id", coverage)
            .put("ordering_provider_id", admin.provider(sample, "ordering"))
            .put("performing_provider_id", admin.provider(sample, "performing"))
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

  private JsonNode awaitPacket(String place) {
    Instant end = Instant.now().plus(READING);
    while (Instant.now().isBefore(end)) {
      Optional<JsonNode> packet = staff.find(place + "/packet");
      if (packet.isPresent() && packet.get().path("current").asBoolean()) {
        return packet.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new LaunchFailure("The packet was not made within five minutes.");
  }

  private String await(String place, Set<String> states) {
    Instant end = Instant.now().plus(READING);
    while (Instant.now().isBefore(end)) {
      String state = staff.get(place).path("state").asText();
      if (states.contains(state)) {
        return state;
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new LaunchFailure("Five minutes passed, and it is not " + states + ".");
  }
}
