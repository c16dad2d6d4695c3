package org.openpriorauth.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few FHIR datatypes that this payer reads and writes, as trees. */
public final class Fhir {
  private Fhir() {}

  /** The text at a path of names, or the empty string when it is not there or not text. */
  public static String text(JsonNode node, String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = at.path(name);
    }
    return at.isTextual() ? at.textValue() : "";
  }

  /** The text of an element that must say something: no blanks count. */
  public static boolean says(JsonNode node, String name) {
    return !text(node, name).isBlank();
  }

  /** Elements of a list, or nothing when it is absent or not a list. */
  public static List<JsonNode> list(JsonNode node, String name) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode at = node.path(name);
    if (at.isArray()) {
      at.forEach(found::add);
    }
    return found;
  }

  /** The sequence of a list element: a positive integer, or 0 when it has none. */
  public static int sequence(JsonNode node) {
    return positive(node.path("sequence"));
  }

  /** A positive integer, or 0 when it is not one. */
  public static int positive(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() ? Math.max(0, node.intValue()) : 0;
  }

  /** The first extension with that address. */
  public static Optional<JsonNode> extension(JsonNode node, String url) {
    return list(node, "extension").stream().filter(e -> url.equals(text(e, "url"))).findFirst();
  }

  /** The first code of a CodeableConcept, or the empty string. */
  public static String code(JsonNode concept) {
    return list(concept, "coding").stream()
        .map(c -> text(c, "code"))
        .filter(c -> !c.isBlank())
        .findFirst()
        .orElse("");
  }

  /** Whether a CodeableConcept carries that code of that system. */
  public static boolean carries(JsonNode concept, String system, String code) {
    return list(concept, "coding").stream()
        .anyMatch(c -> system.equals(text(c, "system")) && code.equals(text(c, "code")));
  }

  public static ObjectNode concept(String system, String code) {
    return concept(system, code, null);
  }

  /** A CodeableConcept of one coding; the display is left out when it is null. */
  public static ObjectNode concept(String system, String code, String display) {
    ObjectNode coding = Json.object().put("system", system).put("code", code);
    if (display != null) {
      coding.put("display", display);
    }
    ObjectNode concept = Json.object();
    concept.putArray("coding").add(coding);
    return concept;
  }

  public static ObjectNode extensionOf(String url, String valueName, JsonNode value) {
    ObjectNode extension = Json.object().put("url", url);
    extension.set(valueName, value);
    return extension;
  }

  public static ObjectNode extensionOf(String url, String valueName, String value) {
    return Json.object().put("url", url).put(valueName, value);
  }

  public static ObjectNode reference(String fullUrl) {
    return Json.object().put("reference", fullUrl);
  }

  public static ObjectNode period(String start, String end) {
    return Json.object().put("start", start).put("end", end);
  }

  /** A resource with its type, id and declared profile. */
  public static ObjectNode resource(String type, String id, String profile) {
    ObjectNode resource = Json.object().put("resourceType", type).put("id", id);
    resource.putObject("meta").putArray("profile").add(profile);
    return resource;
  }

  public static ObjectNode entry(String fullUrl, JsonNode resource) {
    ObjectNode entry = Json.object().put("fullUrl", fullUrl);
    entry.set("resource", resource);
    return entry;
  }
}
