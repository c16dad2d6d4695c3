package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Pas;

/** What an inquiry's example Claim asks for, on the Claim or on any of its items. */
final class Examples {
  private Examples() {}

  static Set<String> texts(JsonNode claim, String url) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode place : places(claim)) {
      Fhir.extension(place, url).map(e -> Fhir.text(e, "valueString")).ifPresent(found::add);
    }
    found.remove("");
    return found;
  }

  static Set<String> traces(JsonNode claim) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode place : places(claim)) {
      for (JsonNode extension : Fhir.list(place, "extension")) {
        if (Pas.TRACE_NUMBER.equals(Fhir.text(extension, "url"))) {
          found.add(Fhir.text(extension, "valueIdentifier", "value"));
        }
      }
    }
    return found;
  }

  /** Service codes; {@code not-applicable} stands for no service in particular. */
  static Set<String> codes(JsonNode claim) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode item : Fhir.list(claim, "item")) {
      if (!Fhir.carries(item.path("productOrService"), Pas.ABSENT, "not-applicable")) {
        found.add(Fhir.code(item.path("productOrService")));
      }
    }
    found.remove("");
    return found;
  }

  static Set<String> actions(JsonNode claim) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode item : Fhir.list(claim, "item")) {
      Fhir.extension(item, Pas.REVIEW_ACTION_CODE)
          .map(e -> Fhir.code(e.path("valueCodeableConcept")))
          .ifPresent(found::add);
    }
    return found;
  }

  private static List<JsonNode> places(JsonNode claim) {
    List<JsonNode> places = new ArrayList<>(List.of(claim));
    places.addAll(Fhir.list(claim, "item"));
    return places;
  }
}
