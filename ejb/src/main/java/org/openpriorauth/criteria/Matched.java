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
  /** By whom a criterion in words is decided as long as no person did. */
  static final String NOBODY = "nobody";

  /**
   * @param why the reason in words
   * @param confirm met, but by something that was read with doubt: a person must look
   * @param decidedBy rule, person, or nobody yet where the criterion is in words
   * @param search who looked for the passages of one in words, else null
   */
  public record Criterion(
      String id,
      String text,
      Verdict verdict,
      String why,
      boolean confirm,
      List<Evidence> evidence,
      String ask,
      String decidedBy,
      Search search) {
    /** Whether passages wait for a person who says what they show. */
    public boolean waits() {
      return decidedBy.equals(NOBODY) && !evidence.isEmpty();
    }
  }
}
