package org.openpriorauth.alerts.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.alerts.AlertService;
import org.openpriorauth.alerts.AlertService.AlertView;
import org.openpriorauth.alerts.AlertService.Page;
import org.openpriorauth.alerts.model.AlertRepository.Key;
import org.openpriorauth.alerts.model.SecurityAlert.Verdict;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Told;
import org.openpriorauth.identity.EmergencyAccessService;
import org.openpriorauth.identity.EmergencyAccesses.ReviewView;
import org.openpriorauth.kernel.Problem;
import org.primefaces.PrimeFaces;

/**
 * What the audit trail shows that somebody should look at: the list, and one of it to be closed.
 */
@Named
@RequestScoped
public class AlertsView extends Told {
  private static final int ROWS = 50;

  @Inject AlertService alerts;
  @Inject EmergencyAccessService emergencies;
  @Inject CurrentPerson current;
  @Inject HttpServletRequest asked;

  private Page page;
  private AlertView chosen;
  private ReviewView emergency;
  private String note;

  public boolean isAllowed() {
    boolean allowed = current.may("alert:read");
    if (!allowed) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(403);
    }
    return allowed;
  }

  public List<AlertView> getRows() {
    return page().alerts();
  }

  private Page page() {
    if (page == null) {
      page = alerts.list(current.caller(), !isPast(), after(), ROWS);
    }
    return page;
  }

  /** Whether those are shown that are closed. */
  public boolean isPast() {
    return "closed".equals(asked.getParameter("state"));
  }

  private Key after() {
    String at = asked.getParameter("at");
    UUID below = id("below");
    try {
      return at == null || below == null ? null : new Key(Instant.parse(at), below);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Where the older ones are, or null at the end. */
  public String getOlder() {
    Key next = page().next();
    return next == null
        ? null
        : "alerts.xhtml?state=%s&at=%s&below=%s"
            .formatted(isPast() ? "closed" : "open", encoded(next.at()), next.id());
  }

  /** The one that is looked at, or null. */
  public AlertView getChosen() {
    if (chosen == null && id("alert") != null) {
      try {
        chosen = alerts.get(current.caller(), id("alert"));
      } catch (Problem e) {
        return null;
      }
    }
    return chosen;
  }

  /** Why it was opened, for who may read that; or null. */
  public ReviewView getEmergency() {
    if (emergency == null && getChosen().ofEmergency() && current.may("emergency:review")) {
      emergency = emergencies.review(current.caller(), getChosen().subject()).orElse(null);
    }
    return emergency;
  }

  /** Where the lines of the audit trail behind it are. */
  public String getLines() {
    AlertView of = getChosen();
    if (of.ofEmergency()) {
      return "audit.xhtml?emergency=" + of.subject() + "&since=" + encoded(of.since());
    }
    String who =
        of.actor() == null ? "nobodys=true&address=" + of.address() : "actor=" + of.actor();
    return "audit.xhtml?%s&since=%s&until=%s"
        .formatted(who, encoded(of.since()), encoded(of.until()));
  }

  /** Closing is for who may, and for somebody else than whom it is about. */
  public boolean isMayClose() {
    return current.may("alert:change") && getChosen() != null && getChosen().open() && !isMine();
  }

  /** Whether it is about who looks. */
  public boolean isMine() {
    return getChosen() != null && current.caller().actor().equals(getChosen().actor());
  }

  public void close() {
    doing(
        () -> {
          chosen = alerts.close(current.caller(), id("alert"), version(), verdict(), note);
          PrimeFaces.current().ajax().update("chosen", "rows");
          return "The alert is closed.";
        });
  }

  private long version() {
    String seen = String.valueOf(asked.getParameter("version"));
    return seen.matches("\\d{1,18}") ? Long.parseLong(seen) : -1;
  }

  private Verdict verdict() {
    return Arrays.stream(Verdict.values())
        .filter(v -> v.word().equals(asked.getParameter("verdict")))
        .findFirst()
        .orElse(null);
  }

  private UUID id(String name) {
    try {
      return UUID.fromString(String.valueOf(asked.getParameter(name)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String encoded(Instant at) {
    return URLEncoder.encode(at.toString(), StandardCharsets.UTF_8);
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
