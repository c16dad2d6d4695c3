package org.openpriorauth.criteria.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.PackPage;
import org.openpriorauth.criteria.PolicyChanges;
import org.openpriorauth.criteria.PolicyReviewService;
import org.openpriorauth.criteria.PolicyReviewService.Shown;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Words;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.payer.PayerService;
import org.openpriorauth.payer.PayerService.PayerView;

/** One version of a payer's rules, or an example, in words. */
@Named
@RequestScoped
public class PolicyView {
  @Inject PolicyReviewService reviews;
  @Inject PayerService payers;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private boolean looked;
  private PackPage page;
  private Shown shown;
  private PolicyChanges changes;
  private String refusal;

  /** Whether the address names a pack or an example. */
  boolean isAsked() {
    return getPack() != null || getExample() != null;
  }

  public boolean isThere() {
    look();
    return page != null;
  }

  public String getRefusal() {
    look();
    return refusal;
  }

  public PackPage getPage() {
    look();
    return page;
  }

  /** Null for an example. */
  public Shown getShown() {
    look();
    return shown;
  }

  /** Against the version before it; null for an example. */
  public PolicyChanges getChanges() {
    look();
    return changes;
  }

  /** The version's id, or an example's name: forms hand them back. */
  public String getPack() {
    return asked.getParameter("pack");
  }

  public String getExample() {
    return asked.getParameter("example");
  }

  public boolean isMayChange() {
    return current.may("policy:change");
  }

  public List<PayerView> getPayers() {
    return payers.list(current.caller());
  }

  private void look() {
    if (looked) {
      return;
    }
    looked = true;
    try {
      if (getExample() != null) {
        page = reviews.example(current.caller(), getExample());
      } else {
        UUID id = id(getPack(), ErrorCode.POLICY_NOT_FOUND);
        shown = reviews.show(current.caller(), id);
        changes = reviews.diff(current.caller(), id, null, null);
        page = shown.page();
      }
    } catch (Problem e) {
      int status = e.code() == ErrorCode.NOT_ALLOWED ? 403 : 404;
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
      refusal = Words.refusal(e);
    }
  }

  static UUID id(String text, ErrorCode otherwise) {
    try {
      return UUID.fromString(String.valueOf(text));
    } catch (IllegalArgumentException e) {
      throw Problem.of(otherwise);
    }
  }
}
