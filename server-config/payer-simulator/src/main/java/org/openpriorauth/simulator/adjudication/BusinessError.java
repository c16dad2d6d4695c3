package org.openpriorauth.simulator.adjudication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Json;

/**
 * A sound request that cannot be worked on: it is answered in ClaimResponse.error.
 *
 * @param code reject reason, X12 element 901 (AAA03)
 * @param followUp what the provider is to do, X12 element 889 (AAA04)
 * @param element the X12 element, e.g. {@code 2010C-NM109}
 * @param path FHIRPath of the element, starting at the Bundle
 * @param words the error in words
 */
public record BusinessError(
    String code, String followUp, String element, String path, String words) {
  public ObjectNode json() {
    return Json.object()
        .put("code", code)
        .put("follow_up", followUp)
        .put("element", element)
        .put("path", path)
        .put("words", words);
  }

  public static BusinessError of(JsonNode json) {
    return new BusinessError(
        Fhir.text(json, "code"),
        Fhir.text(json, "follow_up"),
        Fhir.text(json, "element"),
        Fhir.text(json, "path"),
        Fhir.text(json, "words"));
  }
}
