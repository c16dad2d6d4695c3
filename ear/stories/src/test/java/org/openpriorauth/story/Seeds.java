package org.openpriorauth.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.openpriorauth.story.Api.Answer;

/**
 * What a story told the system of one patient: each value of each body that it sent, so that a
 * field that is new tomorrow is among them. Values are drawn by lot: nothing else looks like them.
 */
final class Seeds {
  /**
   * Fields whose values are shared by many, or our own ids. Any other field's value is a secret.
   */
  private static final Set<String> OF_NOBODY =
      Set.of(
          "sex",
          "state",
          "rank",
          "relationship",
          "priority",
          "verdict",
          "code_system",
          "code",
          "units",
          "diagnosis_codes",
          "patient_id",
          "coverage_id",
          "payer_id",
          "ordering_provider_id",
          "performing_provider_id",
          "valid_from",
          "valid_to",
          "ordered_on");

  private static final int SHORTEST = 6;

  private final Random lot = new Random();
  private final Set<String> values = new LinkedHashSet<>();
  private final Set<String> drawn = new LinkedHashSet<>();

  /** A name that nobody has. */
  String word(int letters) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      String from = i % 2 == 0 ? "BDFGKLMNPRSTVZ" : "AEIOU";
      char letter = from.charAt(lot.nextInt(from.length()));
      word.append(i == 0 ? letter : Character.toLowerCase(letter));
    }
    drawn.add(word.toString());
    return word.toString();
  }

  String digits(int many) {
    StringBuilder digits = new StringBuilder().append(1 + lot.nextInt(9));
    while (digits.length() < many) {
      digits.append(lot.nextInt(10));
    }
    return digits.toString();
  }

  LocalDate birthDate() {
    return LocalDate.of(1931, 2, 1).plusDays(lot.nextInt(20000));
  }

  /** Sends a body and remembers what it says of the patient. */
  Answer post(Api who, String path, String json) {
    add(json);
    return who.post(path, json);
  }

  Answer put(Api who, String path, String json) {
    add(json);
    return who.put(path, json);
  }

  /** Words that go another way than in a body. */
  String said(String words) {
    add("", words);
    return words;
  }

  private void add(String json) {
    try {
      leaves("", Api.JSON.readTree(json));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void leaves(String name, JsonNode node) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        leaves(field.getKey(), field.getValue());
      }
    } else if (node.isArray()) {
      node.forEach(one -> leaves(name, one));
    } else if (!node.isNull()) {
      add(name, node.asText());
    }
  }

  private void add(String name, String value) {
    if (OF_NOBODY.contains(name)) {
      return;
    }
    if (value.length() < SHORTEST) {
      throw new AssertionError("Too short to be looked for, and so no seed: " + name);
    }
    values.add(value);
    if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      LocalDate day = LocalDate.parse(value);
      for (String form :
          new String[] {"MM/dd/yyyy", "M/d/yyyy", "yyyyMMdd", "dd.MM.yyyy", "MMMM d, yyyy"}) {
        values.add(day.format(DateTimeFormatter.ofPattern(form, Locale.US)));
      }
      return;
    }
    String plain = value.replaceAll("[^A-Za-z0-9]", "");
    values.add(plain);
    if (plain.matches("\\d{9}")) {
      values.add(plain.replaceFirst("(...)(..)(....)", "$1-$2-$3"));
    }
    if (plain.matches("\\d{10}")) {
      values.add(plain.replaceFirst("(...)(...)(....)", "$1-$2-$3"));
      values.add(plain.replaceFirst("(...)(...)(....)", "($1) $2-$3"));
    }
    for (String word : value.split("[^A-Za-z0-9]+")) {
      // A word that is in every dictionary is in every program, too.
      if (drawn.contains(word)) {
        values.add(word);
      }
    }
  }

  /** What may be nowhere. */
  Set<String> values() {
    return values;
  }
}
