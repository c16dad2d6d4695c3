package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.EmergencyAccessService;
import org.openpriorauth.identity.EmergencySettings;

/** Opening patient data in an emergency, and ending it, which can be done on every page. */
@Named
@RequestScoped
public class EmergencyView extends Told {
  @Inject EmergencyAccessService emergencies;
  @Inject EmergencySettings settings;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private String reason;
  private String password;
  private Boolean needed;

  public boolean isAllowed() {
    boolean allowed = current.may("emergency:open");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  /** Whether it would open anything; asked once a page. */
  public boolean isNeeded() {
    if (needed == null) {
      needed = current.may("emergency:open") && emergencies.needed(current.caller());
    }
    return needed;
  }

  public long getMinutes() {
    return settings.lasts().toMinutes();
  }

  /** Whether a page sent its person here because the time was over. */
  public boolean isOver() {
    return asked.getParameter("over") != null && current.getEmergency() == null;
  }

  public String open() {
    doing(
        () -> {
          emergencies.open(current.caller(), current.session(), reason, password);
          return null;
        });
    return refused() ? null : "/emergency.xhtml?faces-redirect=true";
  }

  /** Ending what has ended meanwhile is no error. */
  public String end() {
    doing(
        () -> {
          emergencies.end(current.caller(), current.session());
          return null;
        });
    return "/emergency.xhtml?faces-redirect=true&over=1";
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
