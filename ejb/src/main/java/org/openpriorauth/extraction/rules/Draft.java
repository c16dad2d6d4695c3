package org.openpriorauth.extraction.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openpriorauth.extraction.FieldExtractor.Field;

/** What was found so far: the same value twice is one field that two places agree on. */
final class Draft {
  /** Below it a word may well have been misread. */
  private static final double WEAK_WORD = 60;

  /** What a second place that says the same takes off the doubt. */
  private static final double AGREEMENT = 0.5;

  /** A chart of two hundred pages of laboratory tables has fewer. */
  private static final int MOST = 20_000;

  private final Map<String, Item> items = new LinkedHashMap<>();

  /** The keys of the items of a name, and of a name in a group. */
  private final Map<String, Set<String>> keys = new HashMap<>();

  private boolean full;
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
    return keys.containsKey(name);
  }

  boolean has(String name, String group) {
    return keys.containsKey(name + "\n" + group);
  }

  List<Item> all(String name) {
    return keys.getOrDefault(name, Set.of()).stream().map(items::get).toList();
  }

  void remove(Item item) {
    items
        .entrySet()
        .removeIf(
            entry -> {
              boolean it = entry.getValue().equals(item);
              if (it) {
                drop(item.name, entry.getKey());
                drop(item.name + "\n" + item.group, entry.getKey());
              }
              return it;
            });
  }

  private void drop(String index, String key) {
    keys.get(index).remove(key);
    keys.values().removeIf(Set::isEmpty);
  }

  /** Whether a place is part of something that was found. */
  boolean covers(Span place) {
    return items.values().stream().anyMatch(item -> item.span().overlaps(place));
  }

  /** Whether there was more than anybody could look through. */
  boolean full() {
    return full;
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
    if (items.size() >= MOST && !items.containsKey(key)) {
      full = true;
      return;
    }
    Item item = new Item(name, group, span, normalized, assertion, flags, strength, 1);
    keys.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(key);
    keys.computeIfAbsent(name + "\n" + group, n -> new LinkedHashSet<>()).add(key);
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
    if (hasRivals(item)) {
      doubt = 1 - (1 - doubt) * 0.7;
    }
    double checked = item.flags.isEmpty() ? 1 : 0.6;
    double read = Math.max(0.2, Math.min(1, 0.35 + confidence / 140));
    return Math.round((1 - doubt) * checked * read * 1000) / 1000.0;
  }

  /** Other values of a field that should have one. */
  private boolean hasRivals(Item item) {
    return item.group.indexOf('-') <= 0 && keys.get(item.name + "\n" + item.group).size() > 1;
  }
}
