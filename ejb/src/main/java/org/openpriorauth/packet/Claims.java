package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.openpriorauth.criteria.Verdict;

/** Whether a sentence claims a criterion that the payer's rules do not find met. */
final class Claims {
  private static final Pattern MEETS =
      Pattern.compile("(?i)\\b(meets?|met|satisf\\w+|fulfil\\w*|qualif\\w+)\\b");
  private static final Pattern ALL =
      Pattern.compile("(?i)\\b(all|every|each)\\b[^.]{0,40}\\b(criteri|requirement)");
  private static final double SAID = 0.8;
  private static final double NAMED = 0.5;

  private Claims() {}

  /**
   * @param criteria all of the payer's, with their answers
   * @param whole the answer to the rules as a whole
   */
  static List<Fault> faults(String sentence, List<IndexedCriterion> criteria, Verdict whole) {
    boolean meets = MEETS.matcher(sentence).find();
    List<Fault> faults = new ArrayList<>();
    if (meets && ALL.matcher(sentence).find() && whole != Verdict.MET) {
      faults.add(Fault.blocking("criterion", "The payer's rules are not all met."));
    }
    double met = bestMet(sentence, criteria);
    for (IndexedCriterion criterion : criteria) {
      double said = said(sentence, criterion);
      boolean open = criterion.verdict() != Verdict.MET && said > met;
      if (open && (said >= SAID || meets && said >= NAMED)) {
        faults.add(
            Fault.blocking(
                "criterion",
                "It claims a criterion that is not met: “%s”. Declare it met on the request's page first, or leave it out."
                    .formatted(criterion.text())));
      }
    }
    return faults;
  }

  private static double bestMet(String sentence, List<IndexedCriterion> criteria) {
    return criteria.stream()
        .filter(c -> c.verdict() == Verdict.MET)
        .mapToDouble(c -> said(sentence, c))
        .max()
        .orElse(0);
  }

  /** The share of the criterion's words that the sentence says. */
  private static double said(String sentence, IndexedCriterion criterion) {
    Set<String> words = content(criterion.text());
    if (words.size() < 3) {
      return sentence.toLowerCase(Locale.ROOT).contains(criterion.text().toLowerCase(Locale.ROOT))
          ? 1
          : 0;
    }
    Set<String> both = new HashSet<>(words);
    both.retainAll(content(sentence));
    return (double) both.size() / words.size();
  }

  private static Set<String> content(String text) {
    Set<String> stems = new HashSet<>();
    for (String word : NewWords.words(text)) {
      if (!Vocabulary.neutral(word)) {
        stems.add(NewWords.stem(word));
      }
    }
    return stems;
  }
}
