package org.openpriorauth.clinic.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import org.openpriorauth.clinic.ClinicService;
import org.openpriorauth.clinic.ClinicService.ClinicView;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;

/** The practice's own page: what it says of itself to payers, and how far reading is trusted. */
@Named
@RequestScoped
public class PracticeView extends Told {
  private static final int HUNDRED = 100;

  @Inject ClinicService clinics;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private ClinicView clinic;
  private PracticeForm practice;
  private Integer unseenFrom;
  private Integer checkShare;

  public boolean isAllowed() {
    boolean allowed = current.may("provider:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public boolean isMayChange() {
    return current.may("clinic:change");
  }

  public ClinicView getClinic() {
    if (clinic == null) {
      clinic = clinics.current(current.caller());
    }
    return clinic;
  }

  public PracticeForm getPractice() {
    if (practice == null) {
      practice = PracticeForm.of(getClinic().details());
    }
    return practice;
  }

  /**
   * Which state of it the person saw. After a refusal that one stays: another one meanwhile must
   * not be overwritten unseen.
   */
  public String getSeen() {
    return refused() ? asked.getParameter("seen") : Long.toString(getClinic().version());
  }

  public void change() {
    doing(
        () -> {
          clinic =
              clinics.change(
                  current.caller(), Long.parseLong(asked.getParameter("seen")), practice.details());
          practice = null;
          return "Saved; the next packet says so.";
        });
  }

  /** From what certainty fields are used unseen, of a hundred. */
  public int getUnseenFrom() {
    return unseenFrom == null ? (int) Math.round(getClinic().unseenFrom() * HUNDRED) : unseenFrom;
  }

  public void setUnseenFrom(int unseenFrom) {
    this.unseenFrom = unseenFrom;
  }

  /** Of a hundred fields that are used unseen, how many a person is asked to check. */
  public int getCheckShare() {
    return checkShare == null ? (int) Math.round(getClinic().checkShare() * HUNDRED) : checkShare;
  }

  public void setCheckShare(int checkShare) {
    this.checkShare = checkShare;
  }

  public void trust() {
    doing(
        () -> {
          clinic =
              clinics.trust(
                  current.caller(),
                  Long.parseLong(asked.getParameter("seen")),
                  new Clinic.Reading(
                      BigDecimal.valueOf(getUnseenFrom(), 2),
                      BigDecimal.valueOf(getCheckShare(), 2)));
          return "Saved; it holds for what is judged from now on.";
        });
  }
}
