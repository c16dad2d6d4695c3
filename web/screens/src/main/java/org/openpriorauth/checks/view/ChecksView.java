package org.openpriorauth.checks.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.openpriorauth.checks.CheckActionService;
import org.openpriorauth.checks.CheckService;
import org.openpriorauth.checks.Result;
import org.openpriorauth.checks.Status;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Times;
import org.openpriorauth.door.view.Told;

/** The administrator's checks as a person looks at them: what is bad first. */
@Named
@RequestScoped
public class ChecksView extends Told {
  @Inject CheckService checks;
  @Inject CheckActionService actions;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;
  @Inject Times times;

  private List<Result> results;

  public boolean isAllowed() {
    boolean allowed = current.may("checks:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public List<Result> getOfClinic() {
    return sorted(r -> !r.topic().ofInstallation());
  }

  /** Empty for who sees the clinic's only. */
  public List<Result> getOfInstallation() {
    return sorted(r -> r.topic().ofInstallation());
  }

  public long getFailing() {
    return count(Status.FAIL);
  }

  public long getWarning() {
    return count(Status.WARN);
  }

  public long getPassing() {
    return count(Status.PASS);
  }

  public boolean isMayAct() {
    return current.may("checks:act");
  }

  public List<String> getAreas() {
    return actions.areas(current.caller());
  }

  /** Areas whose log level is raised, each with its end. */
  public Set<Map.Entry<String, Instant>> getRaised() {
    return actions.raised(current.caller()).entrySet();
  }

  public void clearCaches() {
    doing(
        () -> {
          actions.clearCaches(current.caller());
          return "This server has read anew what it kept in memory.";
        });
  }

  public void raise() {
    doing(
        () -> {
          String area = asked.getParameter("area");
          Instant until = actions.raise(current.caller(), area, minutes());
          return "The area %s logs more until %s.".formatted(area, times.hour(until));
        });
  }

  private int minutes() {
    try {
      return Integer.parseInt(asked.getParameter("minutes"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private long count(Status status) {
    return all().stream().filter(r -> r.status() == status).count();
  }

  private List<Result> sorted(Predicate<Result> which) {
    return all().stream()
        .filter(which)
        .sorted(Comparator.comparing(Result::status).reversed().thenComparing(Result::topic))
        .toList();
  }

  private List<Result> all() {
    if (results == null) {
      results = checks.look(current.caller());
    }
    return results;
  }
}
