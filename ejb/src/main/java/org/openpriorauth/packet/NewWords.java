package org.openpriorauth.packet;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of content that neither the cited words nor the request say: an adjective put in, another
 * drug, another person's name. A faithful paraphrase trips over it too; that costs a look.
 */
final class NewWords {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*");
  private static final int SHORTEST = 3;

  private NewWords() {}

  static List<Fault> faults(String sentence, List<String> quotes, List<String> data) {
    Set<String> known = new HashSet<>();
    quotes.forEach(q -> known.addAll(stems(q)));
    data.forEach(d -> known.addAll(stems(d)));
    Set<String> added = new LinkedHashSet<>();
    // Dates are compared as such, whatever their form.
    for (String word : words(Dates.take(sentence, new HashSet<>()))) {
      if (!Vocabulary.neutral(word) && !Vocabulary.known(stem(word), known)) {
        added.add(word);
      }
    }
    return added.isEmpty()
        ? List.of()
        : List.of(
            Fault.doubtful(
                "new_word", "Not in the cited words: “" + String.join("”, “", added) + "”."));
  }

  static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    words(text).forEach(word -> stems.add(stem(word)));
    return stems;
  }

  /** Lower case, without those that are too short to say anything. */
  static Collection<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (found.find()) {
      String word = found.group().replace('’', '\'').replaceAll("'s?$", "");
      if (word.length() >= SHORTEST) {
        words.add(word);
      }
    }
    return words;
  }

  /** Without the endings of number and tense: it need be no word, only the same for the same. */
  static String stem(String word) {
    String stem = word;
    for (String ending : List.of("ing", "ies", "ied", "es", "ed", "s")) {
      boolean plural = ending.equals("s") && word.endsWith("ss");
      if (word.endsWith(ending) && !plural && word.length() - ending.length() >= SHORTEST) {
        stem = word.substring(0, word.length() - ending.length());
        break;
      }
    }
    int last = stem.length() - 1;
    boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
    boolean silent = last > 2 && (stem.endsWith("e") || stem.endsWith("y"));
    return doubled || silent ? stem.substring(0, last) : stem;
  }
}
