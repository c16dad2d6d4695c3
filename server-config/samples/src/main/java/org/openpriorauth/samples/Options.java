package org.openpriorauth.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words after a directive: plain ones in order, and {@code key=value} ones by name. */
public record Options(List<String> words, Map<String, String> named) {

  public static Options of(String args) {
    List<String> words = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    for (String word : args.strip().split("\\s+")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        named.put(word.substring(0, equals), word.substring(equals + 1));
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return new Options(words, named);
  }

  public boolean has(String word) {
    return words.contains(word);
  }

  public String text(String key, String otherwise) {
    return named.getOrDefault(key, otherwise);
  }

  public float number(String key, float otherwise) {
    String value = named.get(key);
    return value == null ? otherwise : Float.parseFloat(value);
  }

  float number(int position) {
    return Float.parseFloat(words.get(position));
  }

  /** The plain words that are numbers: column widths, coordinates. */
  public float[] numbers() {
    List<String> digits = words.stream().filter(w -> w.matches("-?[0-9.]+")).toList();
    float[] values = new float[digits.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(digits.get(i));
    }
    return values;
  }
}
