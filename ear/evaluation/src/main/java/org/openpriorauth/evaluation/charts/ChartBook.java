package org.openpriorauth.evaluation.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All charts of the set, read from their texts. */
final class ChartBook {
  private static final Set<String> SETTINGS = Set.of("type", "output", "absent", "conflicts");

  private ChartBook() {}

  static List<Chart> all() {
    List<Chart> all = new ArrayList<>();
    for (String book : Texts.lines("books.txt")) {
      all.addAll(book(book));
    }
    return all;
  }

  /** Charts of one layout; each begins with {@code ##### name}. */
  static List<Chart> book(String book) {
    List<Chart> charts = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    String name = "";
    for (String line : Texts.lines("cases/" + book + ".txt")) {
      if (line.startsWith("##### ")) {
        finish(charts, book, name, lines);
        name = line.substring(6).strip();
        lines = new ArrayList<>();
      } else {
        lines.add(line);
      }
    }
    finish(charts, book, name, lines);
    return charts;
  }

  private static void finish(List<Chart> charts, String book, String name, List<String> lines) {
    if (name.isEmpty()) {
      return;
    }
    Map<String, String> settings = new LinkedHashMap<>();
    List<Part> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("=====")) {
        parts.add(part(book, name, part, settings));
        part = new ArrayList<>();
      } else {
        part.add(line);
      }
    }
    parts.add(part(book, name, part, settings));
    charts.add(new Chart(name, settings, parts));
  }

  private static Part part(
      String book, String chart, List<String> lines, Map<String, String> settings) {
    Map<String, String> facts = new LinkedHashMap<>();
    int body = lines.indexOf("---");
    if (body < 0) {
      throw new IllegalArgumentException(chart + " has no ---");
    }
    for (String line : lines.subList(0, body)) {
      if (!line.isBlank()) {
        int colon = line.indexOf(':');
        String key = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        (SETTINGS.contains(key) ? settings : facts).put(key, value);
      }
    }
    String layout = facts.getOrDefault("layout", book);
    boolean stray = facts.containsKey("stray");
    return new Part(
        Layout.named(layout), facts, List.copyOf(lines.subList(body + 1, lines.size())), stray);
  }
}
