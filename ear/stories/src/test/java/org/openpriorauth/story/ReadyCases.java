package org.openpriorauth.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.openpriorauth.launcher.DemoClinic;
import org.openpriorauth.story.Api.Answer;

/**
 * A payer of a story's own, whose one rule a line of text meets, and requests to it that are ready
 * to be sent: read and judged within a second or two.
 */
final class ReadyCases {
  private static final String NOTE =
      """
      Progress note
      Patient: Jane Q. Sample
      DOB: 04/05/1971
      Date of visit: 11/02/2026

      Assessment: Lumbar radiculopathy (M54.16).
      """;

  private final Api staff = Api.as("sam");
  private final Api admin = Api.as("ada");
  private final String code;
  private final String payer;
  private final String provider;

  /** Where the simulator takes requests for this payer. */
  ReadyCases(String code) {
    this(code, Payer.fhir());
  }

  /**
   * @param code the payer's, and its policy pack's
   * @param door null for a payer without an electronic door
   */
  ReadyCases(String code, String door) {
    this.code = code;
    this.payer = payer(code);
    this.provider = ordering();
    made(admin.post("/api/v1/policies", pack()));
    if (door != null) {
      open(door);
    }
  }

  /** What is asked for, and for whom. */
  record Wanted(String code, int units, String member) {
    static Wanted of(String code, int units) {
      return new Wanted(code, units, "HCX 448 201 937");
    }
  }

  Api staff() {
    return staff;
  }

  String payer() {
    return payer;
  }

  String provider() {
    return provider;
  }

  /** The channel's id. */
  String open(String door) {
    Answer opened =
        admin.put(
            "/api/v1/payers/" + payer + "/channels/fhir",
            Api.JSON.createObjectNode().put("base_url", door).toString());
    if (opened.status() != 200) {
      throw new AssertionError(opened.status() + " " + opened.body());
    }
    return opened.text("id");
  }

  String channel() {
    return admin.get("/api/v1/payers/" + payer + "/channels/fhir").text("id");
  }

  /** A request in DRAFT: its document is yet to come. */
  String draft(Wanted wanted) {
    String patient = Cases.patient(staff);
    String coverage =
        Cases.coverageJson(payer, "2026-01-01", null).replace("HCX 448 201 937", wanted.member());
    String insured =
        made(staff.post("/api/v1/patients/" + patient + "/coverages", coverage)).text("id");
    String body =
        """
        {"patient_id": "%s", "coverage_id": "%s", "priority": "routine",
         "ordering_provider_id": "%s", "performing_provider_id": "%s",
         "items": [{"code_system": "cpt", "code": "%s", "units": %d,
                    "diagnosis_codes": ["M54.16"]}]}"""
            .formatted(patient, insured, provider, provider, wanted.code(), wanted.units());
    return made(staff.post("/api/v1/prior-authorizations", body)).text("id");
  }

  void upload(String request) {
    Answer uploaded =
        staff.upload(
            "/api/v1/prior-authorizations/" + request + "/documents",
            "note.txt",
            NOTE.getBytes(StandardCharsets.UTF_8));
    if (uploaded.status() != 202) {
      throw new AssertionError(uploaded.status() + " " + uploaded.body());
    }
  }

  /** A request that is READY, its packet made. */
  String ready(String code, int units) {
    return ready(Wanted.of(code, units));
  }

  String ready(Wanted wanted) {
    String request = draft(wanted);
    upload(request);
    awaitPacket(request);
    return request;
  }

  void awaitPacket(String request) {
    String place = "/api/v1/prior-authorizations/" + request;
    try {
      Eventually.get(
          Duration.ofSeconds(60),
          () -> staff.get(place + "/packet"),
          packet -> packet.status() == 200 && packet.body().path("current").asBoolean());
    } catch (AssertionError e) {
      throw new AssertionError(staff.get(place + "/criteria").body().toString(), e);
    }
  }

  Sent send(String code, int units) {
    return send(ready(code, units));
  }

  Sent send(String request) {
    Answer queued = staff.post("/api/v1/prior-authorizations/" + request + "/submissions", "");
    if (queued.status() != 202) {
      throw new AssertionError(queued.status() + " " + queued.body());
    }
    return new Sent(staff, request, queued.text("id"));
  }

  /** There is no door for new payers yet; one that is there already stays. */
  private static String payer(String code) {
    UUID clinic = DemoClinic.CEDAR_HOLLOW.id();
    Rows.change(
        "insert into payer (id, clinic_id, name, payer_code, standard_hours, expedited_hours,"
            + " created_at, created_by, updated_at, updated_by) values (?, ?, ?, ?, 168, 72, now(),"
            + " ?, now(), ?) on conflict do nothing",
        UUID.randomUUID(),
        clinic,
        "Payer " + code,
        code,
        clinic,
        clinic);
    return Rows.texts("select id from payer where clinic_id = ? and payer_code = ?", clinic, code)
        .get(0);
  }

  private String ordering() {
    String npi = "1992799993";
    for (JsonNode known : admin.get("/api/v1/providers").body().path("items")) {
      if (known.path("npi").asText().equals(npi)) {
        return known.path("id").asText();
      }
    }
    return made(admin.post(
            "/api/v1/providers",
            """
                {"kind": "person", "given_name": "Ngozi", "name": "Okafor", "npi": "%s"}"""
                .formatted(npi)))
        .text("id");
  }

  private String pack() {
    return """
    {"id": "story-%1$s", "version": "1", "title": "Anything with a diagnosis",
     "payer_code": "%1$s", "effective": {"from": "2026-01-01"},
     "source": {"title": "A story", "section": "1"},
     "applies_to": {"codes": ["7*", "9*"]}, "authorization": "required",
     "criteria": {"op": "all", "of": [
       {"id": "diagnosis", "text": "A diagnosis is documented", "ask": "A note with a diagnosis.",
        "fact": "diagnosis", "where": {"code": {"in": ["M54.1*"]}}}]},
     "tests": [{"name": "Radiculopathy", "today": "2026-06-30",
                "facts": [{"kind": "diagnosis", "code": "M54.16"}],
                "expect": {"diagnosis": "met"}}]}"""
        .formatted(code);
  }

  private static Answer made(Answer answer) {
    if (answer.status() != 201 && answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer;
  }
}
