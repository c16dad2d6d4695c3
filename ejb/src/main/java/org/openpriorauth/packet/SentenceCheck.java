package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a sentence says more than it may: each of its numbers (with the unit that follows),
 * dates, codes and sides must occur in the quotes that it cites or in the request's data, and it
 * must deny no more and no less than the words nearest to it. A check on tokens: it finds no false
 * implication made of true parts, and no omission.
 */
public final class SentenceCheck {
  private static final int NEAR = 2;

  private SentenceCheck() {}

  /**
   * What is wrong with it, in words for the author.
   *
   * @param quotes what its citations say, verbatim
   * @param data values of the request: codes, names, dates in any usual form
   * @return empty if nothing is
   */
  public static List<String> problems(String sentence, List<String> quotes, List<String> data) {
    HardTokens said = HardTokens.of(sentence);
    Set<String> allowed = new TreeSet<>();
    for (String source : quotes) {
      allowed.addAll(HardTokens.of(source).all());
    }
    for (String source : data) {
      allowed.addAll(HardTokens.of(source).all());
    }
    List<String> problems = new ArrayList<>();
    for (String token : said.all()) {
      if (!allowed.contains(token)) {
        problems.add("not in the cited words: " + token);
      }
    }
    polarity(sentence, quotes, problems);
    return problems;
  }

  private static void polarity(String sentence, List<String> quotes, List<String> problems) {
    Clause said = Clause.whole(sentence);
    Clause nearest = null;
    int most = 0;
    for (String quote : quotes) {
      for (Clause clause : Clause.of(quote)) {
        int common = said.common(clause);
        // Of two as near, the one that agrees: a quote may say it once either way.
        boolean agrees = said.negations() == clause.negations();
        if (common > most || common == most && common > 0 && agrees) {
          nearest = clause;
          most = common;
        }
      }
    }
    int known = quotes.stream().mapToInt(q -> Clause.whole(q).negations()).sum();
    if (said.negations() > known) {
      problems.add("denies what the cited words do not deny");
    } else if (nearest != null && most >= NEAR && nearest.negations() > said.negations()) {
      problems.add("affirms what the cited words deny");
    }
  }
}
