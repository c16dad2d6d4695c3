package org.openpriorauth.packet;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** The stretch of the cited words that a sentence most likely tells. */
final class Nearest {
  /** With fewer words in common two stretches need not be about the same. */
  private static final int ALIKE = 2;

  private Nearest() {}

  /**
   * @param agrees of two as near, the one that agrees: a document may say a thing once either way
   * @return none if nothing is near enough to be about the same
   */
  static Optional<Clause> to(Clause said, Collection<Clause> clauses, Predicate<Clause> agrees) {
    Clause nearest = null;
    int most = ALIKE - 1;
    for (Clause clause : clauses) {
      int common = said.common(clause);
      if (common > most || common == most && nearest != null && agrees.test(clause)) {
        nearest = clause;
        most = common;
      }
    }
    return Optional.ofNullable(nearest);
  }
}
