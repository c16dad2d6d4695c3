package org.openpriorauth.audit.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.audit.AuditService;
import org.openpriorauth.audit.model.AuditSearch.Access;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.patient.PatientService;

/** Who looked at one patient's record: for the patient who asks. */
@Named
@RequestScoped
public class AccessesView {
  @Inject AuditService audit;
  @Inject PatientService patients;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private List<Access> accesses;

  public boolean isAllowed() {
    boolean allowed = current.may("audit:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public List<Access> getAccesses() {
    if (accesses == null) {
      accesses = getPatient() == null ? List.of() : found();
    }
    return accesses;
  }

  private List<Access> found() {
    try {
      return audit.accesses(current.caller(), getPatient());
    } catch (Problem e) {
      return List.of();
    }
  }

  public UUID getPatient() {
    try {
      return UUID.fromString(String.valueOf(asked.getParameter("patient")));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The name, for those who may see it; a security officer works with the id. */
  public String getName() {
    if (getPatient() == null || !current.may("patient:read")) {
      return null;
    }
    try {
      return patients.get(current.caller(), getPatient()).identity().name();
    } catch (Problem e) {
      return null;
    }
  }
}
