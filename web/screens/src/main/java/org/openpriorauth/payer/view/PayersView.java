package org.openpriorauth.payer.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.payer.PayerService;
import org.openpriorauth.payer.PayerService.PayerView;
import org.openpriorauth.payer.model.Payer;

/** The practice's payers, on its page. */
@Named
@RequestScoped
public class PayersView extends Told {
  @Inject PayerService payers;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private List<PayerView> all;

  public boolean isMayChange() {
    return current.may("payer:change");
  }

  public List<PayerView> getAll() {
    if (all == null) {
      all = payers.all(current.caller());
    }
    return all;
  }

  /** Adds one where the dialog was opened for none, and changes that one otherwise. */
  public void save() {
    doing(
        () -> {
          Payer.Details wanted =
              new Payer.Details(
                  said("payerName"),
                  said("payerCode"),
                  asked.getParameter("impacted") != null,
                  hours("standard", "/standard_hours"),
                  hours("expedited", "/expedited_hours"),
                  asked.getParameter("gone") == null);
          if (wanted.name().isEmpty() || !wanted.payerCode().matches("[A-Za-z0-9-]{1,80}")) {
            throw Problem.invalid(
                "/payer_code", "form", "Type the name and the payer id that claims use.");
          }
          String id = said("payer");
          if (id.isEmpty()) {
            payers.add(current.caller(), wanted);
          } else {
            long seen = Long.parseLong(said("payerSeen"));
            payers.change(current.caller(), UUID.fromString(id), seen, wanted);
          }
          all = null;
          return wanted.name() + " is saved.";
        });
  }

  private String said(String parameter) {
    String said = asked.getParameter(parameter);
    return said == null ? "" : said.strip();
  }

  private int hours(String parameter, String pointer) {
    String said = said(parameter);
    if (!said.matches("\\d{1,5}")) {
      throw Problem.invalid(pointer, "form", "A clock is a number of hours.");
    }
    return Integer.parseInt(said);
  }
}
