package org.openpriorauth.criteria;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.extraction.Brief;
import org.openpriorauth.extraction.Findings;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;

/** How a request stands against its payer's rules. */
@Stateless
public class AssessmentService {
  @Inject PriorAuthRepository requests;
  @Inject Assessor assessor;
  @Inject PassageSearches searches;
  @Inject Findings findings;
  @Inject Event<Audited> audited;

  /**
   * @throws Problem PA_NOT_FOUND; NOT_ASSESSED while documents are being read
   */
  @Requires("pa:read")
  public Assessment get(Caller caller, UUID request) {
    requests.get(caller.clinic(), request);
    audited.fire(Audited.of(caller, "pa.criteria.read", "prior_authorization", request));
    return assessor.find(caller, request).orElseThrow(() -> Problem.of(ErrorCode.NOT_ASSESSED));
  }

  /** Once more, against the packs of today; a language model that gave no answer is asked again. */
  @Requires("pa:change")
  public Assessment again(Caller caller, UUID request) {
    reviewable(caller, request);
    searches.forgetUnanswered(caller.clinic(), request);
    assessor.assess(caller, request);
    return assessor.find(caller, request).orElseThrow();
  }

  /**
   * Declares a criterion met, against the rules' verdict.
   *
   * @param criterion of the policy, or {@code policy} where no pack covers the request
   * @param reason in the clinician's words; kept, and never sent
   * @throws Problem CRITERION_NOT_FOUND, INVALID, PA_ILLEGAL_MOVE
   */
  @Requires("pa:override")
  public Assessment override(Caller caller, UUID request, String criterion, String reason) {
    if (reason == null || reason.isBlank()) {
      throw Problem.invalid("/reason", "missing", "An override needs its reason.");
    }
    Brief.check("/reason", reason);
    reviewable(caller, request);
    Assessment before =
        assessor.find(caller, request).orElseThrow(() -> Problem.of(ErrorCode.NOT_ASSESSED));
    boolean known =
        before.criteria().stream().anyMatch(c -> c.id().equals(criterion))
            || (before.policy() == null && criterion.equals("policy"));
    if (!known) {
      throw Problem.of(ErrorCode.CRITERION_NOT_FOUND);
    }
    findings.say(
        caller,
        request,
        Assessor.CRITERION + criterion,
        "overridden",
        new Findings.Said(null, reason));
    audited.fire(
        new Audited(
            caller,
            "criterion.override",
            "prior_authorization",
            request,
            Map.of("criterion", criterion)));
    assessor.assess(caller, request);
    return assessor.find(caller, request).orElseThrow();
  }

  private void reviewable(Caller caller, UUID request) {
    PriorAuthState state = requests.lock(caller.clinic(), request).state();
    if (state != PriorAuthState.REVIEW && state != PriorAuthState.READY) {
      throw Problem.of(
          ErrorCode.PA_ILLEGAL_MOVE,
          "Criteria can be settled while the request is in review, not when it is %s."
              .formatted(state));
    }
  }
}
