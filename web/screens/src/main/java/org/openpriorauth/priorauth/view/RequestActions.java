package org.openpriorauth.priorauth.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.criteria.AssessmentService;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Words;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.packet.PacketService.PacketView;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.model.CancelReason;
import org.openpriorauth.priorauth.model.PriorAuthorization.Providers;
import org.openpriorauth.submission.SubmissionService;

/** What a person does to a request; afterwards the page says what came of it. */
@Named
@RequestScoped
public class RequestActions {
  private static final Map<String, String> DONE =
      Map.of(
          "sent", "Queued for the payer. It goes within seconds; the proof appears here.",
          "cancelled", "The request is cancelled. Nothing was sent.",
          "resumed", "The request is ready once more. Correct it, or send it again.",
          "changed", "The order is changed and held against the payer's rules anew.",
          "assigned", "The ordering provider is noted.",
          "again", "Held against today's rules once more.",
          "overridden", "The criterion counts as met; your reason is kept with your name.");

  @Inject HttpServletRequest asked;
  @Inject CurrentPerson current;
  @Inject RequestPage page;
  @Inject PriorAuthService requests;
  @Inject SubmissionService submissions;
  @Inject AssessmentService assessments;
  @Inject Event<Acted> acted;

  private String ordering;
  private String reason;
  private String done;
  private String problem;

  /** Sends exactly the packet that the person saw, or says that there is a newer one. */
  public String send() {
    doing(
        "sent",
        () -> {
          PacketView packet = page.getPacket();
          if (packet == null) {
            throw Problem.of(ErrorCode.PACKET_NOT_READY);
          }
          if (!packet.sha256().equals(asked.getParameter("sha256"))) {
            throw Problem.of(
                ErrorCode.STALE,
                "The packet was made anew meanwhile. Nothing was sent; look at the new one first.");
          }
          submissions.submit(current.caller(), page.getId());
        });
    boolean elsewhere =
        !FacesContext.getCurrentInstance().getViewRoot().getViewId().equals("/request.xhtml");
    return problem == null && elsewhere
        ? "/request.xhtml?faces-redirect=true&id=" + page.getId() + "&done=" + done
        : null;
  }

  public void cancel() {
    doing(
        "cancelled",
        () ->
            requests.cancel(
                current.caller(), page.getId(), page.getView().version(), said("reason")));
  }

  public CancelReason[] getCancelReasons() {
    return CancelReason.values();
  }

  /** What is not in the list was not chosen in it. */
  private Optional<CancelReason> said(String parameter) {
    String word = asked.getParameter(parameter);
    return Arrays.stream(CancelReason.values()).filter(r -> r.name().equals(word)).findFirst();
  }

  public void takeUp() {
    doing(
        "resumed", () -> requests.takeUp(current.caller(), page.getId(), page.getView().version()));
  }

  public void assign() {
    doing(
        "assigned",
        () -> {
          Providers now = page.getView().order().providers();
          requests.assign(
              current.caller(),
              page.getId(),
              page.getView().version(),
              new Providers(UUID.fromString(ordering), now.performing()));
        });
  }

  public void again() {
    doing("again", () -> assessments.again(current.caller(), page.getId()));
  }

  public void override() {
    doing(
        "overridden",
        () ->
            assessments.override(
                current.caller(), page.getId(), asked.getParameter("criterion"), reason));
  }

  /** Whatever came of it, the page is read anew: a refusal often means that it was old. */
  void doing(String what, Runnable work) {
    try {
      work.run();
      done = what;
      reason = null;
      ordering = null;
    } catch (Problem e) {
      problem = Words.refusal(e);
    } finally {
      acted.fire(new Acted());
    }
  }

  public String getProblem() {
    return problem;
  }

  /** Said after the act itself, or on the page that the act led to. */
  public String getDone() {
    String key = done == null ? asked.getParameter("done") : done;
    return problem == null && key != null ? DONE.get(key) : null;
  }

  public String getOrdering() {
    return ordering;
  }

  public void setOrdering(String ordering) {
    this.ordering = ordering;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
