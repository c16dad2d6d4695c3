package org.openpriorauth.evaluation.reading;

import java.util.List;

/**
 * A document's reading held against its gold file.
 *
 * @param given every value that was given, right or wrong; without doubles
 * @param missed every labelled value that was not given
 * @param leaves every labelled criterion
 */
record Judged(
    Case one, Outcome outcome, List<Given> given, List<Missed> missed, List<Leaf> leaves) {

  /**
   * @param verdict right; invented, if the document has no such field; else wrong
   * @param proven whether its evidence is on the page
   * @param score what the product says of its certainty, 0 to 1
   * @param box x, y, width and height as fractions of the page; empty if unknown
   */
  record Given(
      String name,
      String value,
      Verdict verdict,
      boolean proven,
      double score,
      int page,
      List<Double> box) {}

  /**
   * @param abstained the field was left empty, rather than filled wrongly
   */
  record Missed(String name, String value, Integer page, boolean abstained) {}

  /** What became of a value. */
  enum Verdict {
    RIGHT,
    WRONG,
    INVENTED
  }

  boolean typeRight() {
    return one.gold().documentType().equals(outcome.type());
  }

  /** Where it came from, as one column of the figures. */
  String source() {
    String kind = one.gold().sourceKind();
    return kind == null ? "unknown" : kind;
  }

  String split() {
    return one.gold().split() == null ? "all" : one.gold().split();
  }

  String layout() {
    return one.gold().layout() == null ? "unknown" : one.gold().layout();
  }
}
