package org.openpriorauth.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.clinic.model.ClinicRepository.Practice;
import org.openpriorauth.clinic.view.PracticeForm;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.RegistrationService;

/** The practices of the installation, for who administers it. */
@Named
@RequestScoped
public class ClinicsView extends Told {
  private static final int PAGE = 100;

  @Inject RegistrationService registrations;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private PracticeForm practice = new PracticeForm();
  private String email;
  private List<Practice> practices;

  public boolean isAllowed() {
    boolean allowed = current.may("platform:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public boolean isMayChange() {
    return current.may("platform:change");
  }

  public List<Practice> getPractices() {
    if (practices == null) {
      practices = registrations.practices(current.caller(), id(asked.getParameter("after")), PAGE);
    }
    return practices;
  }

  /** Where the next page begins; null on the last. */
  public UUID getNext() {
    List<Practice> shown = getPractices();
    return shown.size() < PAGE ? null : shown.get(shown.size() - 1).id();
  }

  public void add() {
    doing(
        () -> {
          registrations.add(current.caller(), practice.details(), email.strip());
          String name = practice.getName().strip();
          String to = email.strip();
          practice = new PracticeForm();
          email = null;
          practices = null;
          return name + " is registered; the invitation to " + to + " is on its way.";
        });
  }

  public void invite() {
    doing(
        () -> {
          String to = asked.getParameter("to");
          registrations.invite(
              current.caller(), id(asked.getParameter("clinic")), to == null ? "" : to.strip());
          practices = null;
          return "The invitation to " + to + " is on its way.";
        });
  }

  /** Null for what is no id: the page then begins at its beginning. */
  private static UUID id(String said) {
    try {
      return said == null ? null : UUID.fromString(said);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  public PracticeForm getPractice() {
    return practice;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
