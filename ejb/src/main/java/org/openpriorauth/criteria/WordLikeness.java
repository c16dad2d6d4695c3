package org.openpriorauth.criteria;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How like the words of a text are to some wanted words, by the groups of three letters that they
 * share. Each word that a chart uses is compared once, however often it is used.
 */
final class WordLikeness {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** From here on two words are taken for one: "limits" and "limited", and not "visits". */
  private static final double LIKE = 0.55;

  /** In letters: shorter words are the same or they are not. */
  private static final int SHORT = 3;

  private static final int LONGEST = 40;

  private final Map<String, Set<String>> wanted = new HashMap<>();
  private final Map<String, Map<String, Double>> compared = new HashMap<>();

  WordLikeness(Collection<String> wanted) {
    wanted.forEach(word -> this.wanted.put(word, threes(word)));
  }

  /** What of the wanted words a text has, each as like as it gets. */
  record Best(Map<String, Double> likeness) {
    double of(String word) {
      return likeness.getOrDefault(word, 0.0);
    }
  }

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  Best best(String text) {
    Map<String, Double> best = new HashMap<>();
    for (String word : words(text)) {
      compared
          .computeIfAbsent(word, this::compare)
          .forEach((want, like) -> best.merge(want, like, Math::max));
    }
    return new Best(best);
  }

  private Map<String, Double> compare(String word) {
    Map<String, Double> like = new HashMap<>();
    Set<String> threes = threes(word);
    wanted.forEach(
        (want, of) -> {
          double likeness = want.equals(word) ? 1 : dice(want, of, word, threes);
          if (likeness >= LIKE) {
            like.put(want, likeness);
          }
        });
    return like.isEmpty() ? Map.of() : like;
  }

  private static double dice(String want, Set<String> of, String word, Set<String> threes) {
    if (want.length() <= SHORT || word.length() <= SHORT || word.length() > LONGEST) {
      return 0;
    }
    long shared = threes.stream().filter(of::contains).count();
    return 2.0 * shared / (of.size() + threes.size());
  }

  /** Its beginning counts double, as it does for a reader. */
  private static Set<String> threes(String word) {
    Set<String> threes = new HashSet<>();
    String padded = "  " + word.substring(0, Math.min(word.length(), LONGEST)) + " ";
    for (int i = 0; i + SHORT <= padded.length(); i++) {
      threes.add(padded.substring(i, i + SHORT));
    }
    return threes;
  }
}
