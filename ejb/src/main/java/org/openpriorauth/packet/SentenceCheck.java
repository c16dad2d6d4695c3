package org.openpriorauth.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a sentence says more than the words that it cites: each of its numbers (with the unit
 * that follows), dates, codes and sides must occur in them or in the request's data, a dose must be
 * the same drug's, every word of content must be theirs, and it must deny, plan and suppose no more
 * and no less than the stretch nearest to it. A check on words: it finds no false implication made
 * of true parts, and no omission.
 */
final class SentenceCheck {
  private SentenceCheck() {}

  /**
   * @param quotes what its citations say, verbatim
   * @param data values of the request: codes, names, dates in any usual form
   * @return empty if nothing is wrong
   */
  static List<Fault> faults(String sentence, List<String> quotes, List<String> data) {
    List<Fault> faults = new ArrayList<>(tokens(sentence, quotes, data));
    faults.addAll(Bound.faults(sentence, quotes));
    polarity(sentence, quotes).ifPresent(faults::add);
    faults.addAll(Outlook.faults(sentence, quotes));
    faults.addAll(NewWords.faults(sentence, quotes, data));
    return faults;
  }

  private static List<Fault> tokens(String sentence, List<String> quotes, List<String> data) {
    Set<String> allowed = new TreeSet<>();
    quotes.forEach(source -> allowed.addAll(HardTokens.of(source).all()));
    data.forEach(source -> allowed.addAll(HardTokens.of(source).all()));
    return HardTokens.of(sentence).all().stream()
        .filter(token -> !allowed.contains(token))
        .map(token -> Fault.doubtful("token", "The cited words do not say “" + token + "”."))
        .toList();
  }

  private static Optional<Fault> polarity(String sentence, List<String> quotes) {
    Clause said = Clause.whole(sentence);
    List<Clause> clauses = quotes.stream().flatMap(q -> Clause.of(q).stream()).toList();
    int known = quotes.stream().mapToInt(q -> Clause.whole(q).negations()).sum();
    if (said.negations() > known) {
      return Optional.of(
          Fault.doubtful("denial", "It denies something that the cited words do not deny."));
    }
    return Nearest.to(said, clauses, c -> c.negations() == said.negations())
        .filter(nearest -> nearest.negations() > said.negations())
        .map(nearest -> Fault.doubtful("denial", "It leaves out that the cited words deny it."));
  }
}
