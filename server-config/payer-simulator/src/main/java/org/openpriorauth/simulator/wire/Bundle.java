package org.openpriorauth.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A collection bundle and the web of references inside it, resolved by the rules of FHIR R4
 * (Bundle, "Resolving references"): an absolute reference is an entry's fullUrl, a relative one is
 * completed with the base of the fullUrl of the entry that holds it.
 */
public final class Bundle {
  private final JsonNode root;
  private final List<Located> entries = new ArrayList<>();
  private final Map<String, Located> byUrl = new HashMap<>();

  public Bundle(JsonNode root) {
    this.root = root;
    for (JsonNode entry : Fhir.list(root, "entry")) {
      Located located =
          new Located(entries.size(), Fhir.text(entry, "fullUrl"), entry.path("resource"));
      entries.add(located);
      byUrl.putIfAbsent(located.fullUrl(), located);
    }
  }

  public JsonNode root() {
    return root;
  }

  public List<Located> entries() {
    return entries;
  }

  /** The Claim that is asked about; it comes first (invariant ClaimFirst). */
  public Located claim() {
    return entries.get(0);
  }

  /** The resource that a Reference element of this resource points to. */
  public Optional<Located> follow(Located from, JsonNode reference) {
    return resolve(from, Fhir.text(reference, "reference"));
  }

  /** The resource that a reference string of this resource points to. */
  public Optional<Located> resolve(Located from, String reference) {
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(byUrl.get(complete(from, reference)));
  }

  /**
   * What can be reached from there, the start included, nearest first.
   *
   * @param dead told of every reference that leads nowhere: its holder and its text
   */
  public Set<Located> reach(Located start, DeadEnd dead) {
    Set<Located> reached = new LinkedHashSet<>();
    Deque<Located> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Located at = open.poll();
      if (!reached.add(at)) {
        continue;
      }
      for (String reference : references(at)) {
        Optional<Located> target = resolve(at, reference);
        if (target.isPresent()) {
          open.add(target.get());
        } else {
          dead.found(at, reference);
        }
      }
    }
    return reached;
  }

  private List<String> references(Located at) {
    List<String> found = new ArrayList<>();
    boolean prior = "Claim".equals(at.type()) && at.index() > 0;
    at.resource()
        .fields()
        .forEachRemaining(
            field -> {
              // spec-66: the prior Claim's own prior Claim is not in the Bundle.
              if (!(prior && "related".equals(field.getKey()))) {
                collect(field.getValue(), found);
              }
            });
    return found;
  }

  private static void collect(JsonNode node, List<String> found) {
    if (node.isObject() && node.path("reference").isTextual()) {
      found.add(node.path("reference").textValue());
    }
    node.forEach(child -> collect(child, found));
  }

  private static String complete(Located from, String reference) {
    if (reference.startsWith("urn:") || reference.contains("://")) {
      return reference;
    }
    String url = from.fullUrl();
    String own = "/" + from.type() + "/";
    int end = url.lastIndexOf(own);
    return end < 0 ? reference : url.substring(0, end + 1) + reference;
  }

  /** A reference whose target is not in the bundle. */
  @FunctionalInterface
  public interface DeadEnd {
    void found(Located holder, String reference);
  }
}
