package org.openpriorauth.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Values that programs trip over. */
final class FuzzValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "\t",
          "null",
          "undefined",
          "NaN",
          "true",
          "-1",
          "0x10",
          "1e400",
          "9".repeat(40),
          "2026-02-30",
          "0000-00-00",
          "+999999999-12-31",
          "2026-13-01T25:61:61Z",
          "00000000-0000-0000-0000-000000000000",
          "0193b000-0000-7000-8000-00000000abc",
          // Right to left, zero width, combining, astral, full width, long s, dotless i, byte
          // order.
          "\u202eevil\u202c",
          "a\u200bb\u200d",
          "e" + "\u0301".repeat(300),
          "\ud83d\ude00\ud83c\udff3",
          "\uff21\uff22\uff11",
          "\u017fe\u0131",
          "\ufeffname",
          // A lone surrogate, half of another, nothing, not a character.
          "\ud800",
          "a\udc00b",
          "a\u0000b",
          "\uffff\ufffe",
          "\u0085\u2028\u2029",
          "\u0007\u001b[31mred",
          "' or '1'='1",
          "'; drop table patient; --",
          "1) union select null,null--",
          "\\'; select pg_sleep(9); --",
          "%' escape '",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "{{7*7}}${7*7}#{7*7}",
          "${jndi:ldap://127.0.0.1:1/a}",
          "../../../../etc/passwd",
          "..\\..\\windows\\win.ini",
          "/etc/passwd\u0000.pdf",
          "file:///etc/passwd",
          "http://127.0.0.1:1/",
          "a\r\nSet-Cookie: x=1",
          "a\nb\r\n\r\n<html>",
          "%00",
          "%0d%0aX-Injected: 1",
          "%c0%ae%c0%ae/",
          "%ed%a0%80",
          "@type",
          "rO0ABXNyABE=",
          "!!x [1]",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");

  private FuzzValues() {}

  static <T> T one(Random chance, List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }

  static String word(Random chance) {
    return switch (chance.nextInt(12)) {
      case 0 -> "x".repeat(1 << chance.nextInt(14));
      case 1 -> noise(chance, 1 + chance.nextInt(60));
      case 2 -> one(chance, WORDS) + one(chance, WORDS);
      default -> one(chance, WORDS);
    };
  }

  private static String noise(Random chance, int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      noise.append((char) chance.nextInt(chance.nextBoolean() ? 0x80 : 0x10000));
    }
    return noise.toString();
  }

  /** What a header can carry at all. */
  static String header(Random chance) {
    return word(chance).replaceAll("[^\\x20-\\x7e]", "~");
  }

  static JsonNode json(Random chance) {
    return switch (chance.nextInt(14)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(chance.nextBoolean());
      case 2 -> JSON.numberNode(chance.nextInt());
      case 3 -> JSON.numberNode(new BigInteger("9".repeat(1 + chance.nextInt(400))));
      case 4 -> JSON.numberNode(new BigDecimal("1e" + (chance.nextInt(100_000) - 50_000)));
      case 5 -> JSON.numberNode(-chance.nextDouble());
      case 6 -> JSON.arrayNode();
      case 7 -> JSON.arrayNode().add(word(chance)).addNull();
      case 8 -> JSON.objectNode();
      case 9 -> object(word(chance), word(chance));
      case 10 -> nested(1 + chance.nextInt(40));
      case 11 -> JSON.textNode("y".repeat(1 << chance.nextInt(18)));
      default -> JSON.textNode(word(chance));
    };
  }

  private static ObjectNode object(String name, String value) {
    return JSON.objectNode().put(name, value);
  }

  private static JsonNode nested(int depth) {
    JsonNode nested = JSON.textNode("deep");
    for (int i = 0; i < depth; i++) {
      nested = i % 2 == 0 ? JSON.arrayNode().add(nested) : JSON.objectNode().set("a", nested);
    }
    return nested;
  }
}
