package org.openpriorauth.criteria.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.criteria.PolicyPack;
import org.openpriorauth.criteria.PolicyReviewService;
import org.openpriorauth.criteria.PolicyReviewService.Listed;
import org.openpriorauth.criteria.PolicyService;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.payer.PayerService;
import org.openpriorauth.payer.PayerService.PayerView;

/** The payers' rules that the practice has, and the examples that it may start from. */
@Named
@RequestScoped
public class PoliciesView {
  @Inject PolicyService policies;
  @Inject PolicyReviewService reviews;
  @Inject PayerService payers;
  @Inject CurrentPerson current;

  private List<Listed> all;

  public boolean isAllowed() {
    boolean allowed = current.may("policy:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public boolean isMayChange() {
    return current.may("policy:change");
  }

  public List<Listed> getAll() {
    if (all == null) {
      all = reviews.list(current.caller());
    }
    return all;
  }

  public List<PolicyPack> getExamples() {
    return policies.examples(current.caller());
  }

  public List<PayerView> getPayers() {
    return payers.list(current.caller());
  }

  /** After an import there is one more. */
  void forget() {
    all = null;
  }
}
