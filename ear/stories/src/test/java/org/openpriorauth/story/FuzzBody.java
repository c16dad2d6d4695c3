package org.openpriorauth.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies that are wrong in one way or another: in a value, in their form, in their bytes. */
final class FuzzBody {
  private FuzzBody() {}

  static byte[] of(Random chance, JsonNode good) {
    JsonNode body = good.deepCopy();
    int changes = chance.nextInt(3);
    for (int i = 0; i < changes; i++) {
      body = changed(chance, body);
    }
    String json = text(body);
    return switch (chance.nextInt(16)) {
      case 0 -> bytes(json.substring(0, chance.nextInt(json.length() + 1)));
      case 1 -> bytes("[".repeat(1 + chance.nextInt(20_000)));
      case 2 -> bytes("{\"a\":".repeat(1 + chance.nextInt(5_000)) + json);
      case 3 -> bytes(json + json);
      case 4 -> twice(chance, json);
      case 5 -> spoiled(chance, bytes(json));
      case 6 -> bytes("\ufeff" + json);
      case 7 -> json.getBytes(StandardCharsets.UTF_16);
      case 8 -> new byte[0];
      case 9 -> bytes(FuzzValues.word(chance));
      default -> bytes(json);
    };
  }

  /** One leaf becomes another, goes, or gets company. */
  private static JsonNode changed(Random chance, JsonNode body) {
    List<JsonNode> inside = new ArrayList<>();
    containers(body, inside);
    if (inside.isEmpty()) {
      return FuzzValues.json(chance);
    }
    JsonNode place = FuzzValues.one(chance, inside);
    if (place instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.isEmpty() ? "x" : FuzzValues.one(chance, names);
      switch (chance.nextInt(6)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(FuzzValues.word(chance), FuzzValues.json(chance));
        default -> object.set(name, FuzzValues.json(chance));
      }
    } else if (place instanceof ArrayNode array) {
      array.add(FuzzValues.json(chance));
    }
    return body;
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode()) {
      found.add(node);
      node.forEach(child -> containers(child, found));
    }
  }

  /** The same key twice. */
  private static byte[] twice(Random chance, String json) {
    String key = json.replaceAll("(?s)^\\{(\"[^\"]*\"):.*", "$1");
    return bytes(
        json.startsWith("{\"")
            ? "{" + key + ":" + text(FuzzValues.json(chance)) + "," + json.substring(1)
            : json);
  }

  /** Overlong, cut-off and impossible UTF-8 in the middle of a text. */
  private static byte[] spoiled(Random chance, byte[] json) {
    byte[] wrong =
        FuzzValues.one(
            chance,
            List.of(
                new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xff, (byte) 0xfe},
                new byte[] {(byte) 0xe2, (byte) 0x82}));
    int at = chance.nextInt(json.length + 1);
    return ByteBuffer.allocate(json.length + wrong.length)
        .put(json, 0, at)
        .put(wrong)
        .put(Arrays.copyOfRange(json, at, json.length))
        .array();
  }

  /** A lone surrogate goes as the escape that JSON has for it. */
  private static String text(JsonNode node) {
    try {
      String json = Api.JSON.writeValueAsString(node);
      StringBuilder escaped = new StringBuilder();
      for (int i = 0; i < json.length(); i++) {
        char c = json.charAt(i);
        escaped.append(Character.isSurrogate(c) ? String.format("\\u%04x", (int) c) : c);
      }
      return escaped.toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
