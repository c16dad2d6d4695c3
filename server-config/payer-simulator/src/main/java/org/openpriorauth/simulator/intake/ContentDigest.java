package org.openpriorauth.simulator.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.openpriorauth.simulator.wire.Bundle;
import org.openpriorauth.simulator.wire.Fhir;
import org.openpriorauth.simulator.wire.Located;

/**
 * A fingerprint of what is asked, by which a repeated delivery is told from a different request
 * under a used number. The envelope (Bundle identifier, timestamp) and the names of the entries do
 * not count, since a sender may wrap the same request anew; the order of members does not either.
 */
final class ContentDigest {
  private final MessageDigest digest;
  private final Map<String, String> places = new HashMap<>();

  private ContentDigest(Bundle bundle) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
    for (Located entry : bundle.entries()) {
      places.put(entry.fullUrl(), "entry " + entry.index());
    }
  }

  static String of(Bundle bundle) {
    ContentDigest content = new ContentDigest(bundle);
    for (Located entry : bundle.entries()) {
      content.node(entry.resource(), true);
    }
    return HexFormat.of().formatHex(content.digest.digest());
  }

  private void node(JsonNode node, boolean resource) {
    if (node.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      node.fieldNames().forEachRemaining(names::add);
      if (resource && Fhir.says(node, "resourceType")) {
        names.remove("id");
        names.remove("meta");
      }
      put("{");
      for (String name : names) {
        put(name);
        node(node.get(name), false);
      }
      put("}");
    } else if (node.isArray()) {
      put("[");
      for (Iterator<JsonNode> i = node.elements(); i.hasNext(); ) {
        node(i.next(), false);
      }
      put("]");
    } else if (node.isNumber()) {
      put(node.decimalValue().stripTrailingZeros().toString());
    } else {
      put(
          node.isTextual()
              ? places.getOrDefault(node.textValue(), node.textValue())
              : node.asText());
    }
  }

  private void put(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
