package org.openpriorauth.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** The doors as the running server describes them at {@code /openapi}. */
final class FuzzDoors {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> VERBS =
      List.of("get", "post", "put", "patch", "delete", "options", "head");
  private static final int DEEPEST = 6;

  private final JsonNode description;

  /**
   * @param body its schema, or missing
   */
  record Operation(String verb, String path, List<JsonNode> parameters, JsonNode body) {
    List<String> named(String in) {
      return parameters.stream()
          .filter(p -> p.path("in").asText().equals(in))
          .map(p -> p.path("name").asText())
          .toList();
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  FuzzDoors(JsonNode description) {
    this.description = description;
  }

  static FuzzDoors published() {
    Api.Answer answer = Api.anonymous().get("/openapi?format=JSON");
    if (answer.status() != 200 || !answer.body().has("paths")) {
      throw new AssertionError("No description at /openapi: " + answer.status());
    }
    return new FuzzDoors(answer.body());
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    description
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                VERBS.stream()
                    .filter(path.getValue()::has)
                    .forEach(
                        verb -> operations.add(operation(verb, path.getKey(), path.getValue()))));
    return operations;
  }

  private Operation operation(String verb, String path, JsonNode described) {
    List<JsonNode> parameters = new ArrayList<>();
    described.path("parameters").forEach(parameters::add);
    JsonNode one = described.path(verb);
    one.path("parameters").forEach(parameters::add);
    JsonNode schema = JSON.missingNode();
    for (JsonNode content : one.path("requestBody").path("content")) {
      schema = content.path("schema");
    }
    return new Operation(verb.toUpperCase(Locale.ROOT), path, parameters, schema);
  }

  /** A body that keeps to the description, as far as it goes. */
  JsonNode body(Random chance, JsonNode schema, int depth) {
    JsonNode meant = resolved(schema);
    String type = meant.path("type").asText();
    if (depth > DEEPEST) {
      return JSON.nullNode();
    }
    if (meant.has("enum")) {
      return meant.path("enum").path(chance.nextInt(meant.path("enum").size()));
    }
    return switch (type) {
      case "object" -> object(chance, meant, depth);
      case "array" -> JSON.arrayNode().add(body(chance, meant.path("items"), depth + 1));
      case "integer", "number" -> JSON.numberNode(chance.nextInt(100));
      case "boolean" -> JSON.booleanNode(chance.nextBoolean());
      default -> JSON.textNode(text(chance, meant));
    };
  }

  private ObjectNode object(Random chance, JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            p -> object.set(snake(p.getKey()), body(chance, p.getValue(), depth + 1)));
    return object;
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode meant = schema;
    while (meant.has("$ref")) {
      meant = description.at(meant.path("$ref").asText().substring(1));
    }
    return meant;
  }

  private static String text(Random chance, JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "date" -> "20" + (10 + chance.nextInt(20)) + "-0" + (1 + chance.nextInt(9)) + "-11";
      case "date-time" -> "2026-11-22T10:00:00Z";
      case "uuid" -> new UUID(chance.nextLong(), chance.nextLong()).toString();
      default -> FuzzValues.one(chance, List.of("Sample", "female", "cpt", "72148", "a@b.example"));
    };
  }

  /** As the doors have it. */
  static String snake(String name) {
    return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
