package org.openpriorauth.criteria.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.openpriorauth.criteria.PolicyService;
import org.openpriorauth.criteria.PolicyService.Imported;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.kernel.ErrorCode;

/** An example becomes a payer's rules. */
@Named
@RequestScoped
public class PolicyAdoption extends Told {
  @Inject PolicyService policies;
  @Inject PolicyView shown;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private Imported adopted;

  /** Null until it is adopted. */
  public Imported getAdopted() {
    return adopted;
  }

  public void adopt() {
    doing(
        () -> {
          UUID payer = PolicyView.id(asked.getParameter("payer"), ErrorCode.PAYER_NOT_FOUND);
          adopted = policies.adopt(current.caller(), shown.getExample(), payer);
          return "%s is taken over. Hold it against the payer's own policy."
              .formatted(adopted.pack().title());
        });
  }
}
