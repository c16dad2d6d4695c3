package org.openpriorauth.packet;

import java.util.List;
import java.util.Objects;
import org.openpriorauth.criteria.Verdict;

/**
 * A payer's criterion with the answer and where it is found.
 *
 * @param text as the policy states it
 */
public record IndexedCriterion(String text, Verdict verdict, List<CitedQuote> evidence) {
  public IndexedCriterion {
    text = Given.required(text, "text");
    Objects.requireNonNull(verdict);
    evidence = List.copyOf(evidence);
  }
}
