package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.extraction.FieldExtractor.Field;

/** What was found so far: the same value twice is one field that two places agree on. */
final class Draft {
  /** Below it a word may well have been misread. */
  private static final double WEAK_WORD = 60;

  /** What a second place that says the same takes off the doubt. */
  private static final double AGREEMENT = 0.5;

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, String> groups = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param strength 0 to 1: how plainly the page says it
   * @param agreeing how many places say the same
   */
  record Item(
      String name,
      String group,
      Span span,
      String normalized,
      String assertion,
      List<String> flags,
      double strength,
      int agreeing) {}

  /**
   * The group of a thing, the same for the same key.
   *
   * @param key null for a thing like no other
   */
  String group(String kind, String key) {
    if (key == null) {
      return kind + "-" + counts.merge(kind, 1, Integer::sum);
    }
    return groups.computeIfAbsent(kind + " " + key, k -> group(kind, null));
  }

  boolean knows(String kind, String key) {
    return groups.containsKey(kind + " " + key);
  }

  boolean has(String name) {
    return items.values().stream().anyMatch(i -> i.name.equals(name));
  }

  boolean has(String name, String group) {
    return items.values().stream().anyMatch(i -> i.name.equals(name) && i.group.equals(group));
  }

  List<Item> all(String name) {
    return items.values().stream().filter(i -> i.name.equals(name)).toList();
  }

  void add(String name, String group, Span span, String normalized, double strength) {
    add(name, group, span, normalized, "present", List.of(), strength);
  }

  void add(
      String name,
      String group,
      Span span,
      String normalized,
      String assertion,
      List<String> flags,
      double strength) {
    if (span == null || span.isEmpty()) {
      return;
    }
    boolean thing = group.indexOf('-') > 0;
    String same = normalized != null ? normalized : Names.key(span.value());
    String value = same.isEmpty() ? span.value() : same;
    String key = name + "\n" + group + "\n" + (thing ? "" : value.toLowerCase(Locale.ROOT));
    Item item = new Item(name, group, span, normalized, assertion, flags, strength, 1);
    items.merge(key, item, Draft::merged);
  }

  private static Item merged(Item one, Item two) {
    Item better = two.strength > one.strength ? two : one;
    boolean apart = !one.span.overlaps(two.span);
    boolean equal = one.span.value().equalsIgnoreCase(two.span.value());
    int agreeing = apart && equal ? one.agreeing + 1 : one.agreeing;
    return new Item(
        better.name,
        better.group,
        better.span,
        better.normalized,
        better.assertion,
        better.flags,
        better.strength,
        agreeing);
  }

  List<Field> fields(UUID document) {
    return items.values().stream().map(i -> field(document, i)).toList();
  }

  private Field field(UUID document, Item item) {
    double confidence = item.span.confidence();
    List<String> flags = new ArrayList<>(item.flags);
    if (confidence < WEAK_WORD) {
      flags.add("weak_ocr");
    }
    return new Field(
        item.name,
        item.group,
        item.span.value(),
        item.normalized,
        item.assertion,
        List.copyOf(flags),
        item.span.evidence(document),
        score(item, confidence));
  }

  private double score(Item item, double confidence) {
    double doubt = 1 - item.strength;
    if (item.agreeing > 1) {
      doubt *= AGREEMENT;
    }
    if (rivals(item) > 0) {
      doubt = 1 - (1 - doubt) * 0.7;
    }
    double checked = item.flags.isEmpty() ? 1 : 0.6;
    double read = Math.max(0.2, Math.min(1, 0.35 + confidence / 140));
    return Math.round((1 - doubt) * checked * read * 1000) / 1000.0;
  }

  /** Other values of a field that should have one. */
  private long rivals(Item item) {
    if (item.group.indexOf('-') > 0) {
      return 0;
    }
    return items.values().stream()
        .filter(i -> i != item && i.name.equals(item.name) && i.group.equals(item.group))
        .count();
  }
}
