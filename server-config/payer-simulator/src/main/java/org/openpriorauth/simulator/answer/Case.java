package org.openpriorauth.simulator.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openpriorauth.simulator.adjudication.BusinessError;
import org.openpriorauth.simulator.adjudication.ItemPlan;
import org.openpriorauth.simulator.adjudication.Verdict;

/**
 * What an answer is made from.
 *
 * @param responseId id of the ClaimResponse, a version-4 UUID
 * @param authorization number of the authorization, when there is one
 * @param administration number under which a pended request runs
 * @param previous number of the authorization that this one replaces; empty for none
 * @param plan what becomes of each item
 * @param decided whether the later verdicts hold
 * @param error why the request cannot be worked on
 * @param at when the answer is made
 * @param base address of this payer's FHIR door
 */
public record Case(
    String responseId,
    String authorization,
    String administration,
    String previous,
    List<ItemPlan> plan,
    boolean decided,
    Optional<BusinessError> error,
    Instant at,
    String base) {

  Verdict verdict(ItemPlan item) {
    return item.verdict(decided);
  }

  boolean authorizes() {
    return plan.stream().anyMatch(item -> verdict(item).action().authorizes());
  }
}
