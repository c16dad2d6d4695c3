package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A stretch of text by its words.
 *
 * @param content words of four letters or more that are not cues of negation
 * @param negations how often it denies
 */
record Clause(Set<String> content, int negations) {
  private static final Pattern END = Pattern.compile("(?<=[.;!?])\\s+|\\n|,\\s+but\\s+");
  private static final Pattern SPLIT = Pattern.compile("[^\\p{L}']+");
  private static final Set<String> NEGATIONS =
      Set.of(
          "no",
          "not",
          "never",
          "none",
          "neither",
          "nor",
          "without",
          "cannot",
          "denies",
          "denied",
          "denying",
          "negative",
          "absent",
          "absence",
          "lacks",
          "lack",
          "unable",
          "failed",
          "fails");

  static List<Clause> of(String text) {
    List<Clause> clauses = new ArrayList<>();
    for (String part : END.split(text)) {
      clauses.add(whole(part));
    }
    return clauses;
  }

  static Clause whole(String text) {
    Set<String> content = new HashSet<>();
    int negations = 0;
    String plain = text.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    for (String word : SPLIT.split(plain)) {
      if (NEGATIONS.contains(word) || word.endsWith("n't")) {
        negations++;
      } else if (word.length() > 3) {
        content.add(word);
      }
    }
    return new Clause(Set.copyOf(content), negations);
  }

  int common(Clause other) {
    Set<String> both = new HashSet<>(content);
    both.retainAll(other.content());
    return both.size();
  }
}
