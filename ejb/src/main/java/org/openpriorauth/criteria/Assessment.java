package org.openpriorauth.criteria;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request held against its payer's rules.
 *
 * @param policy null if none of the payer's packs covers the request
 * @param verdict of the whole, or null without a policy
 * @param open what a person has to settle; empty when the request is ready
 * @param basis a hash of all that was looked at and of all that a packet would show, whether or not
 *     it changed what is said
 */
public record Assessment(
    Policy policy,
    Verdict verdict,
    List<Matched.Criterion> criteria,
    List<OpenItem> open,
    List<String> alternatives,
    String basis,
    Instant assessedAt) {

  /**
   * @param row the version's own key
   */
  public record Policy(
      UUID row, String id, String version, String title, PolicyPack.Source source) {}

  /** Whether the other one says the same of the same, whenever it was made. */
  boolean says(Assessment other) {
    return new Assessment(
            other.policy,
            other.verdict,
            other.criteria,
            other.open,
            other.alternatives,
            other.basis,
            assessedAt)
        .equals(this);
  }

  public boolean complete() {
    return open.isEmpty();
  }
}
