package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;
import org.openpriorauth.simulator.wire.Pas;

/**
 * What supports the request: spec-20, spec-22 and the slices of profile-claim. The slices for dates
 * and for messages carry no reference; everything else must.
 */
final class SupportingInfoCheck {
  private static final Set<String> DATES =
      Set.of("patientEvent", "admissionDates", "dischargeDates");

  private final Bundle bundle;
  private final Located claim;
  private final Findings findings;

  SupportingInfoCheck(Bundle bundle, Findings findings) {
    this.bundle = bundle;
    this.claim = bundle.claim();
    this.findings = findings;
  }

  void run() {
    Set<Integer> sequences = new HashSet<>();
    List<JsonNode> infos = Fhir.list(claim.resource(), "supportingInfo");
    for (int i = 0; i < infos.size(); i++) {
      String path = claim.path() + ".supportingInfo[" + i + "]";
      int sequence = Fhir.sequence(infos.get(i));
      findings.rule(
          sequence > 0 && sequences.add(sequence),
          path + ".sequence",
          "Supporting information has positive, unique sequences.");
      content(infos.get(i), path);
    }
    for (Located entry : bundle.entries()) {
      if ("DocumentReference".equals(entry.type())) {
        document(entry);
      }
    }
  }

  private void content(JsonNode info, String path) {
    String category = Fhir.code(info.path("category"));
    findings.required(
        !category.isEmpty(), path + ".category", "Supporting information needs a category.");
    if (DATES.contains(category)) {
      findings.required(
          info.has("timingDate") || info.has("timingPeriod"), path, "A date or period is needed.");
    } else if ("freeFormMessage".equals(category)) {
      findings.required(
          Fhir.says(info, "valueString"), path + ".valueString", "A message needs its text.");
    } else {
      findings.required(
          bundle.follow(claim, info.path("valueReference")).isPresent(),
          path + ".valueReference",
          "Supporting information must refer to its resource in the Bundle (spec-22).");
    }
    if ("additionalInformation".equals(category)) {
      findings.required(
          Fhir.extension(info, Pas.DOCUMENT_INFORMATION)
              .flatMap(e -> Fhir.extension(e, "reportTypeCode"))
              .filter(e -> !Fhir.code(e.path("valueCodeableConcept")).isEmpty())
              .isPresent(),
          path + ".extension",
          "Additional information needs documentInformation with a reportTypeCode (PWK01).");
    }
  }

  /** spec-21: documents travel inside the request; a payer fetches nothing. */
  private void document(Located entry) {
    List<JsonNode> contents = Fhir.list(entry.resource(), "content");
    findings.required(
        !contents.isEmpty(), entry.path() + ".content", "A document needs its content.");
    findings.value(
        "current".equals(Fhir.text(entry.resource(), "status")),
        entry.path() + ".status",
        "A document must be current.");
    findings.required(
        !Fhir.code(entry.resource().path("type")).isEmpty(),
        entry.path() + ".type",
        "A document needs a coded type.");
    for (int i = 0; i < contents.size(); i++) {
      JsonNode attachment = contents.get(i).path("attachment");
      String path = entry.path() + ".content[" + i + "].attachment";
      findings.required(
          base64(Fhir.text(attachment, "data")), path + ".data", "Inline base64 data is needed.");
      findings.rule(
          !attachment.has("url"),
          path + ".url",
          "A link in place of data is not followed (spec-21).");
      findings.required(
          Fhir.says(attachment, "contentType"), path + ".contentType", "A content type is needed.");
    }
  }

  private static boolean base64(String data) {
    if (data.isEmpty() || data.length() % 4 != 0) {
      return false;
    }
    int end =
        data.endsWith("==") ? data.length() - 2 : data.length() - (data.endsWith("=") ? 1 : 0);
    for (int i = 0; i < end; i++) {
      char c = data.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!letter && c != '+' && c != '/') {
        return false;
      }
    }
    return true;
  }
}
