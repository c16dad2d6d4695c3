package org.openpriorauth.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openpriorauth.story.Api.Answer;

/** Patients and requests, made through the REST door as a client makes them. */
final class Cases {
  private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 1000000));

  private Cases() {}

  static String patientJson() {
    return """
        {"given_name": "Jane Q.", "family_name": "Sample", "birth_date": "1971-04-05",
         "sex": "female", "mrn": "M-%d", "ssn": "123456789", "phone": "775-555-0177",
         "address": {"line1": "1 Main St", "city": "Reno", "state": "NV", "zip_code": "89501"}}"""
        .formatted(NEXT.incrementAndGet());
  }

  static String patient(Api api) {
    return made(api.post("/api/v1/patients", patientJson()));
  }

  static String payer(Api api) {
    return api.get("/api/v1/payers").body().path("items").path(0).path("id").asText();
  }

  static String coverageJson(String payer, String validFrom, String validTo) {
    return """
        {"payer_id": "%s", "rank": "primary", "relationship": "self", "plan": "PPO",
         "member_id": "HCX 448 201 937", "group_number": "77", "valid_from": %s, "valid_to": %s}"""
        .formatted(payer, quoted(validFrom), quoted(validTo));
  }

  static String coverage(Api api, String patient) {
    return made(
        api.post(
            "/api/v1/patients/" + patient + "/coverages",
            coverageJson(payer(api), "2026-01-01", null)));
  }

  static String requestJson(String patient, String coverage) {
    return """
        {"patient_id": "%s", "coverage_id": "%s", "priority": "routine",
         "items": [{"code_system": "cpt", "code": "72148", "units": 1,
                    "diagnosis_codes": ["M54.16"]}]}"""
        .formatted(patient, coverage);
  }

  static String request(Api api) {
    String patient = patient(api);
    return made(
        api.post("/api/v1/prior-authorizations", requestJson(patient, coverage(api, patient))));
  }

  /** A read document of the request: a line of text that names its patient. */
  static String document(Api api, String request) {
    String place = "/api/v1/prior-authorizations/" + request + "/documents";
    String text = "Jane Q. Sample, born 1971-04-05, note " + NEXT.incrementAndGet();
    Answer uploaded = api.upload(place, "Sample, Jane.txt", text.getBytes(StandardCharsets.UTF_8));
    if (uploaded.status() != 202) {
      throw new AssertionError(uploaded.status() + " " + uploaded.body());
    }
    String id = uploaded.body().path("items").path(0).path("id").asText();
    awaitReading(api, id);
    return id;
  }

  /** The document when it is no longer queued. */
  static JsonNode awaitReading(Api api, String document) {
    return Eventually.get(
        Duration.ofMinutes(2),
        () -> api.get("/api/v1/documents/" + document).body(),
        d -> !d.path("state").asText().equals("queued"));
  }

  private static String made(Answer answer) {
    if (answer.status() != 201) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer.text("id");
  }

  private static String quoted(String value) {
    return value == null ? "null" : '"' + value + '"';
  }
}
