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
import java.util.Locale;
import java.util.Map;

/**
 * Known phrases, each standing for a key. Compared word by word without regard to case and
 * punctuation; the longest wins.
 */
final class Phrases {
  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  private record Entry(List<String> words, String key) {}

  /** A phrase at [start, end) of a text. */
  record Hit(String key, int start, int end, int words) {}

  /** A word of letters and digits, or a number sign. */
  record Word(String lower, int start, int end) {}

  /**
   * Reads lines {@code key: phrase | phrase | …} from beside this class; a line that starts with #
   * is a comment. {@code (a / b /) c} stands for each of a c, b c and c.
   */
  static Phrases load(String resource) {
    Phrases phrases = new Phrases();
    try (InputStream in = Phrases.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          String key = line.substring(0, colon).strip();
          for (String phrase : line.substring(colon + 1).split("\\|")) {
            variants(phrase).forEach(variant -> phrases.add(key, variant));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  private static List<String> variants(String phrase) {
    int close = phrase.indexOf(')');
    int open = phrase.lastIndexOf('(', close);
    if (close < 0 || open < 0) {
      return List.of(phrase);
    }
    List<String> variants = new ArrayList<>();
    for (String one : phrase.substring(open + 1, close).split("/", -1)) {
      variants.addAll(variants(phrase.substring(0, open) + one + phrase.substring(close + 1)));
    }
    return variants;
  }

  /** What two lines say belongs to the first of them. */
  private void add(String key, String phrase) {
    List<String> words = words(phrase, 0, phrase.length()).stream().map(Word::lower).toList();
    if (!words.isEmpty()) {
      List<Entry> entries = byFirstWord.computeIfAbsent(words.get(0), w -> new ArrayList<>());
      if (entries.stream().noneMatch(entry -> entry.words.equals(words))) {
        entries.add(new Entry(words, key));
        entries.sort((a, b) -> b.words.size() - a.words.size());
      }
    }
  }

  /** All phrases in [start, end), left to right, none overlapping. */
  List<Hit> in(Sheet sheet, int start, int end) {
    List<Word> words = sheet.words(start, end);
    List<Hit> hits = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Hit hit = at(words, i);
      if (hit != null) {
        hits.add(hit);
        i += hit.words();
      } else {
        i++;
      }
    }
    return hits;
  }

  /** The longest phrase that starts with a word, or null. */
  Hit at(List<Word> words, int i) {
    for (Entry entry : byFirstWord.getOrDefault(words.get(i).lower(), List.of())) {
      int n = entry.words.size();
      if (i + n <= words.size() && matches(entry, words, i)) {
        return new Hit(entry.key, words.get(i).start(), words.get(i + n - 1).end(), n);
      }
    }
    return null;
  }

  private static boolean matches(Entry entry, List<Word> words, int from) {
    for (int j = 1; j < entry.words.size(); j++) {
      if (!entry.words.get(j).equals(words.get(from + j).lower())) {
        return false;
      }
    }
    return true;
  }

  static List<Word> words(String text, int start, int end) {
    List<Word> words = new ArrayList<>();
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '#') {
        words.add(new Word("#", i, ++i));
      } else if (Character.isLetterOrDigit(c)) {
        int from = i;
        while (i < end && Character.isLetterOrDigit(text.charAt(i))) {
          i++;
        }
        words.add(new Word(text.substring(from, i).toLowerCase(Locale.ROOT), from, i));
      } else {
        i++;
      }
    }
    return words;
  }
}
