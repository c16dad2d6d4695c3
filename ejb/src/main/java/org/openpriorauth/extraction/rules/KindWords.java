package org.openpriorauth.extraction.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases that tell a document's kind, by the place on the page where they tell it. A word that
 * was misread by a letter or two counts as the word that it was.
 */
final class KindWords {
  static final int LONGEST = 6;

  /** In letters: shorter words are too like each other. */
  private static final int LEAST_MISREAD = 6;

  private static final int LONG = 9;

  private final Map<String, List<Weight>> weights = new HashMap<>();
  private final Map<Integer, List<String>> byLength = new HashMap<>();

  record Weight(String kind, String place, double points) {}

  /** Reads lines {@code kind place weight: phrase | phrase | …} from beside this class. */
  static KindWords load(String resource) {
    KindWords loaded = new KindWords();
    try (InputStream in = KindWords.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && line.indexOf(':') > 0) {
          loaded.line(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return loaded;
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    String[] head = line.substring(0, colon).split(" ", -1);
    Weight weight = new Weight(head[0], head[1], Double.parseDouble(head[2]));
    for (String phrase : line.substring(colon + 1).split("\\|")) {
      List<String> words =
          Phrases.words(phrase, 0, phrase.length()).stream().map(Phrases.Word::lower).toList();
      weights.computeIfAbsent(String.join(" ", words), p -> new ArrayList<>()).add(weight);
      for (String word : words) {
        List<String> alike = byLength.computeIfAbsent(word.length(), n -> new ArrayList<>());
        if (!alike.contains(word)) {
          alike.add(word);
        }
      }
    }
  }

  /** What a phrase tells at a place. */
  List<Weight> of(String phrase, String place) {
    return weights.getOrDefault(phrase, List.of()).stream()
        .filter(w -> w.place().equals(place))
        .toList();
  }

  /** The words of a text as we know them. */
  List<String> known(String text, Map<String, String> read) {
    List<String> known = new ArrayList<>();
    for (Phrases.Word word : Phrases.words(text, 0, text.length())) {
      known.add(read.computeIfAbsent(word.lower(), this::meant));
    }
    return known;
  }

  private String meant(String word) {
    if (word.length() < LEAST_MISREAD || byLength.get(word.length()) == null) {
      return word;
    }
    if (byLength.get(word.length()).contains(word)) {
      return word;
    }
    int most = word.length() >= LONG ? 2 : 1;
    for (int n = word.length() - 1; n <= word.length() + 1; n++) {
      for (String known : byLength.getOrDefault(n, List.of())) {
        if (known.length() >= LEAST_MISREAD && isNear(word, known, most)) {
          return known;
        }
      }
    }
    return word;
  }

  /** Whether one becomes the other by so many letters changed, dropped or put in. */
  private static boolean isNear(String one, String two, int most) {
    int i = 0;
    int j = 0;
    int off = 0;
    while (i < one.length() && j < two.length()) {
      if (one.charAt(i) == two.charAt(j)) {
        i++;
        j++;
        continue;
      }
      if (++off > most) {
        return false;
      }
      int left = one.length() - i;
      int right = two.length() - j;
      i += left >= right ? 1 : 0;
      j += right >= left ? 1 : 0;
    }
    return off + one.length() - i + two.length() - j <= most;
  }
}
