package org.openpriorauth.criteria;

import java.util.List;
import org.openpriorauth.kernel.Evidence;

/**
 * A policy matched against facts.
 *
 * @param verdict of the whole tree
 * @param criteria one for each leaf, in the pack's order
 * @param missing what to fetch, on the shortest way to met
 */
public record Matched(Verdict verdict, List<Criterion> criteria, List<String> missing) {
  /**
   * @param why the reason in words
   * @param confirm met, but by something that was read with doubt: a person must look
   * @param decidedBy rule or person
   */
  public record Criterion(
      String id,
      String text,
      Verdict verdict,
      String why,
      boolean confirm,
      List<Evidence> evidence,
      String ask,
      String decidedBy) {}
}
