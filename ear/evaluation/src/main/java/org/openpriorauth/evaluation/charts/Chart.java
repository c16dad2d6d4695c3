package org.openpriorauth.evaluation.charts;

import java.util.List;
import java.util.Map;

/**
 * One invented document, before it is printed.
 *
 * @param settings {@code type}, {@code output} (several, parted by {@code ;;}), {@code absent},
 *     {@code conflicts}
 */
record Chart(String name, Map<String, String> settings, List<Part> parts) {
  Layout layout() {
    return parts.get(0).layout();
  }

  String type() {
    return settings.getOrDefault("type", layout().page().text("type", "other"));
  }

  List<String> outputs() {
    String output = settings.getOrDefault("output", "pdf");
    return List.of(output.split("\\s*;;\\s*"));
  }

  List<String> words(String setting) {
    String words = settings.getOrDefault(setting, "").strip();
    return words.isEmpty() ? List.of() : List.of(words.split("[, ]+"));
  }
}
