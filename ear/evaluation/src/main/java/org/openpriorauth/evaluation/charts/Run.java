package org.openpriorauth.evaluation.charts;

/**
 * Some words in one weight.
 *
 * @param field what they are, or null
 * @param fact whether they come from the head of the case: drawn in several places, labelled once
 */
record Run(String text, boolean bold, String field, boolean fact) {
  /** Squares of a form. */
  static final char TICKED = '\u2611';

  static final char EMPTY = '\u2610';
}
