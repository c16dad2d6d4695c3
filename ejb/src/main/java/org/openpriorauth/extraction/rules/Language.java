package org.openpriorauth.extraction.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The language of a page: by its script, and by the commonest small words. Names of drugs and
 * diseases are Latin everywhere and tell nothing; a page is foreign only if its small words are.
 */
final class Language {
  private static final Map<String, Set<String>> SMALL_WORDS = load();
  private static final String ENGLISH = "en";

  private static final Map<UnicodeScript, String> SCRIPTS =
      new EnumMap<>(
          Map.of(
              UnicodeScript.HAN, "zh",
              UnicodeScript.HANGUL, "ko",
              UnicodeScript.CYRILLIC, "ru",
              UnicodeScript.ARABIC, "ar",
              UnicodeScript.HEBREW, "he",
              UnicodeScript.DEVANAGARI, "hi",
              UnicodeScript.THAI, "th",
              UnicodeScript.ARMENIAN, "hy",
              UnicodeScript.ETHIOPIC, "am"));

  private static final int LEAST_LETTERS = 20;
  private static final double LEAST_SCRIPT = 0.3;

  /** In words of letters. */
  private static final int LEAST_WORDS = 12;

  private static final int LEAST_HITS = 6;

  /** Of different ones: a name such as "de la Cruz" has two or three. */
  private static final int LEAST_KINDS = 5;

  private static final double LEAST_SHARE = 0.12;
  private static final double LEAST_LEAD = 2;

  private Language() {}

  /** ISO 639-1; null for English, and for what is too short to tell. */
  static String of(Sheet sheet) {
    String script = script(sheet);
    return script == null ? spoken(sheet) : script;
  }

  private static String script(Sheet sheet) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    boolean kana = false;
    for (Token token : sheet.tokens(0, sheet.text().length())) {
      for (int at = token.start(); at < token.end(); at++) {
        char c = sheet.text().charAt(at);
        if (Character.isLetter(c)) {
          letters++;
          UnicodeScript script = UnicodeScript.of(c);
          kana |= script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
          counts.merge(script, 1, Integer::sum);
        }
      }
    }
    for (var script : SCRIPTS.entrySet()) {
      int count = counts.getOrDefault(script.getKey(), 0);
      // A sign stands for a whole word there.
      int least = script.getKey() == UnicodeScript.HAN ? LEAST_LETTERS / 2 : LEAST_LETTERS;
      if (count >= least && count >= LEAST_SCRIPT * letters) {
        return kana && script.getKey() == UnicodeScript.HAN ? "ja" : script.getValue();
      }
    }
    return null;
  }

  private static String spoken(Sheet sheet) {
    int words = 0;
    Map<String, Integer> hits = new LinkedHashMap<>();
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    for (Phrases.Word found : sheet.words(0, sheet.text().length())) {
      if (!found.lower().chars().allMatch(Character::isLetter)) {
        continue;
      }
      words++;
      String word = plain(found.lower());
      for (var language : SMALL_WORDS.entrySet()) {
        if (language.getValue().contains(word)) {
          hits.merge(language.getKey(), 1, Integer::sum);
          kinds.computeIfAbsent(language.getKey(), l -> new HashSet<>()).add(word);
        }
      }
    }
    String best = ENGLISH;
    for (var language : hits.entrySet()) {
      best = language.getValue() > hits.getOrDefault(best, 0) ? language.getKey() : best;
    }
    int most = hits.getOrDefault(best, 0);
    boolean plain =
        !best.equals(ENGLISH)
            && words >= LEAST_WORDS
            && most >= LEAST_HITS
            && kinds.get(best).size() >= LEAST_KINDS
            && most >= LEAST_SHARE * words
            && most >= LEAST_LEAD * hits.getOrDefault(ENGLISH, 0);
    return plain ? best : null;
  }

  /** Without accents, which OCR of English loses. */
  private static String plain(String word) {
    String bare = word.chars().allMatch(c -> c < 0x80) ? word : stripped(word);
    return bare.toLowerCase(Locale.ROOT);
  }

  private static String stripped(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('\u0111', 'd')
        .replace('\u0142', 'l')
        .replace("\u00df", "ss");
  }

  /** Reads lines {@code language: word word …} from beside this class. */
  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> loaded = new LinkedHashMap<>();
    try (InputStream in = Language.class.getResourceAsStream("languages.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (!line.startsWith("#") && colon > 0) {
          List<String> words = List.of(line.substring(colon + 1).strip().split(" "));
          loaded.put(line.substring(0, colon), Set.copyOf(words));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return loaded;
  }
}
