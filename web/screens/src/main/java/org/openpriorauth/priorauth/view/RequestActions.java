package org.openpriorauth.priorauth.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.openpriorauth.criteria.AssessmentService;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.packet.PacketService;
import org.openpriorauth.priorauth.PriorAuthService;
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
          "assigned", "The ordering provider is noted.",
          "again", "Held against today's rules once more.",
          "overridden", "The criterion counts as met; your reason is kept with your name.",
          "packet", "The packet is being made anew.");

  @Inject HttpServletRequest asked;
  @Inject CurrentPerson current;
  @Inject RequestPage page;
  @Inject PriorAuthService requests;
  @Inject SubmissionService submissions;
  @Inject AssessmentService assessments;
  @Inject PacketService packets;

  private String problem;

  /** Sends exactly the packet that the person saw, or says that there is a newer one. */
  public String send() {
    return doing(
        "sent",
        () -> {
          if (!page.getPacket().sha256().equals(asked.getParameter("sha256"))) {
            throw Problem.of(
                org.openpriorauth.kernel.ErrorCode.STALE,
                "The packet was made anew meanwhile. Nothing was sent; look at the new one first.");
          }
          submissions.submit(current.caller(), page.getId());
        });
  }

  public String cancel() {
    return doing(
        "cancelled",
        () -> requests.cancel(current.caller(), page.getId(), page.getView().version()));
  }

  public String assign() {
    return doing(
        "assigned",
        () -> {
          Providers now = page.getView().order().providers();
          requests.assign(
              current.caller(),
              page.getId(),
              page.getView().version(),
              new Providers(UUID.fromString(asked.getParameter("ordering")), now.performing()));
        });
  }

  public String again() {
    return doing("again", () -> assessments.again(current.caller(), page.getId()));
  }

  public String packetAgain() {
    return doing("packet", () -> packets.again(current.caller(), page.getId()));
  }

  public String override() {
    return doing(
        "overridden",
        () ->
            assessments.override(
                current.caller(),
                page.getId(),
                asked.getParameter("criterion"),
                asked.getParameter("reason")));
  }

  private String doing(String done, Runnable work) {
    try {
      work.run();
      return "/request.xhtml?faces-redirect=true&id=" + page.getId() + "&done=" + done;
    } catch (Problem e) {
      problem = e.faults().isEmpty() ? e.getMessage() : e.faults().get(0).detail();
    } catch (IllegalArgumentException e) {
      problem = "Choose one first.";
    }
    return null;
  }

  public String getProblem() {
    return problem;
  }

  public String getDone() {
    return problem == null ? DONE.get(String.valueOf(asked.getParameter("done"))) : null;
  }
}
