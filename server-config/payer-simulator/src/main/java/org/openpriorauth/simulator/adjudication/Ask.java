package org.openpriorauth.simulator.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;

/**
 * Information that a payer wants before it decides (PAS, additional information).
 *
 * @param reportType kind of report, X12 element 755 (PWK01)
 * @param loinc document type, LOINC
 */
public record Ask(String reportType, String loinc) {
  ObjectNode json() {
    return Json.object().put("report_type", reportType).put("loinc", loinc);
  }

  static Ask of(JsonNode json) {
    return new Ask(Fhir.text(json, "report_type"), Fhir.text(json, "loinc"));
  }
}
