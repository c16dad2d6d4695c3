package org.openpriorauth.patient;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The beginnings of a name's words, 2 to 8 letters long, without accents or case: what is stored
 * (keyed) when a patient is saved and looked for when somebody types.
 */
final class NameTokens {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 8;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private NameTokens() {}

  static Set<String> stored(String name) {
    Set<String> tokens = new LinkedHashSet<>();
    words(name)
        .forEach(
            word -> {
              for (int n = SHORTEST; n <= Math.min(LONGEST, word.length()); n++) {
                tokens.add(word.substring(0, n));
              }
            });
    return tokens;
  }

  /** One token for each word typed; a word of one letter finds nothing and is left out. */
  static List<String> typed(String text) {
    return words(text)
        .filter(word -> word.length() >= SHORTEST)
        .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
        .distinct()
        .toList();
  }

  private static Stream<String> words(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return NO_LETTERS.splitAsStream(plain.toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty());
  }
}
