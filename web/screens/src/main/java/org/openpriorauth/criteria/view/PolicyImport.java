package org.openpriorauth.criteria.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openpriorauth.criteria.PolicyReviewService;
import org.openpriorauth.criteria.PolicyReviewService.Review;
import org.openpriorauth.criteria.PolicyService;
import org.openpriorauth.criteria.PolicyService.Imported;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;

/** A file of rules: looked at with all that it would bring, then taken over. */
@Named
@RequestScoped
public class PolicyImport extends Told {
  @Inject PolicyService policies;
  @Inject PolicyReviewService reviews;
  @Inject CurrentPerson current;
  @Inject PolicyView shown;
  @Inject PoliciesView list;
  @Inject DraftedPack drafted;

  private String json;
  private Review review;
  private Imported taken;

  /** What was typed or chosen, else the draft just made, else the pack that the page shows. */
  public String getJson() {
    if (json == null) {
      json = drafted.json();
    }
    if (json == null && shown.isAsked() && shown.isThere()) {
      json = shown.getPage().json();
    }
    return json;
  }

  public void setJson(String json) {
    this.json = json;
  }

  /** Null before the first look. */
  public Review getReview() {
    return review;
  }

  /** Null until it is taken over. */
  public Imported getTaken() {
    return taken;
  }

  public void check() {
    doing(
        () -> {
          look();
          return "Nothing is wrong with it. Read below what it would change; nothing is kept yet.";
        });
  }

  public void take() {
    doing(
        () -> {
          look();
          taken = policies.add(current.caller(), review.page().pack());
          list.forget();
          return "%s, version %s, is taken over."
              .formatted(taken.pack().title(), taken.pack().version());
        });
  }

  private void look() {
    review = reviews.review(current.caller(), json == null ? "" : json);
    int faults = review.faults().size();
    if (faults > 0) {
      throw Problem.of(
          ErrorCode.INVALID,
          "It cannot be taken over as it is: %d %s below."
              .formatted(faults, faults == 1 ? "fault is listed" : "faults are listed"));
    }
  }
}
