package org.openpriorauth.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openpriorauth.extraction.PageText;
import org.openpriorauth.kernel.Evidence;

/**
 * Ranks passages by the words that they share with the hints and with the criterion, inflected or
 * misread by OCR.
 */
@ApplicationScoped
public class WordRanker implements PassageRanker {
  private static final int MOST = 3;

  /** In characters: a page that is longer is no page of a chart. */
  private static final int LONGEST_PAGE = 20_000;

  /** Of the criterion's own words, where no hint is found. */
  private static final double ENOUGH = 0.5;

  /** In characters: shorter words say little of what a criterion is about. */
  private static final int TELLING = 4;

  private record Ranked(Passage passage, double score) {}

  @Override
  public List<Evidence> rank(String text, List<String> hints, List<PageText> pages) {
    List<List<String>> phrases = hints.stream().map(WordLikeness::words).toList();
    List<String> asked =
        WordLikeness.words(text).stream().filter(w -> w.length() >= TELLING).distinct().toList();
    Set<String> wanted = new HashSet<>(asked);
    phrases.forEach(wanted::addAll);
    WordLikeness likeness = new WordLikeness(wanted);
    List<Ranked> ranked = new ArrayList<>();
    for (PageText page : pages) {
      for (Passage passage : Passage.of(page, LONGEST_PAGE)) {
        double score = score(likeness.best(passage.text()), phrases, asked);
        if (score > 0) {
          ranked.add(new Ranked(passage, score));
        }
      }
    }
    // Sorting keeps the order of the pages among equals.
    ranked.sort(Comparator.comparingDouble(r -> -r.score()));
    return first(ranked);
  }

  private static double score(
      WordLikeness.Best best, List<List<String>> phrases, List<String> asked) {
    double hinted = phrases.stream().mapToDouble(phrase -> whole(best, phrase)).sum();
    double shared = asked.isEmpty() ? 0 : asked.stream().mapToDouble(best::of).sum() / asked.size();
    return hinted > 0 || shared >= ENOUGH ? hinted + shared : 0;
  }

  /** How like the passage has a hint, of which every word must be there. */
  private static double whole(WordLikeness.Best best, List<String> phrase) {
    double sum = 0;
    for (String word : phrase) {
      double like = best.of(word);
      if (like == 0) {
        return 0;
      }
      sum += like;
    }
    return phrase.isEmpty() ? 0 : sum / phrase.size();
  }

  /** What is said twice in the same words, in a head or by copying, is shown once. */
  private static List<Evidence> first(List<Ranked> ranked) {
    Set<List<String>> said = new HashSet<>();
    return ranked.stream()
        .filter(r -> said.add(WordLikeness.words(r.passage().text())))
        .limit(MOST)
        .map(r -> r.passage().evidence())
        .toList();
  }
}
