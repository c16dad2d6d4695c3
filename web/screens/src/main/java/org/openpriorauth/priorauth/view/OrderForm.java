package org.openpriorauth.priorauth.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.payer.PayerService;
import org.openpriorauth.payer.PayerService.PayerView;
import org.openpriorauth.priorauth.PriorAuthService;
import org.openpriorauth.priorauth.PriorAuthService.Change;
import org.openpriorauth.priorauth.PriorAuthService.RequestView;
import org.openpriorauth.priorauth.model.Priority;

/** The order as a person changes it, line by line; a line that is emptied is left out. */
@Named
@RequestScoped
public class OrderForm {
  @Inject HttpServletRequest asked;
  @Inject CurrentPerson current;
  @Inject RequestPage page;
  @Inject RequestActions actions;
  @Inject PriorAuthService requests;
  @Inject PayerService payers;

  private List<OrderLine> lines;
  private List<PayerView> names;
  private String priority;
  private String coverage;

  /** A coverage of the patient, by what people know it by. */
  public record Choice(String id, String name) {}

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Acted acted) {
    if (actions.getProblem() == null) {
      lines = null;
      priority = null;
      coverage = null;
    }
  }

  /** Those that are asked for, and an empty one for another. */
  public List<OrderLine> getLines() {
    if (lines == null) {
      lines = new ArrayList<>(page.getView().services().stream().map(OrderLine::of).toList());
      lines.add(new OrderLine());
    }
    return lines;
  }

  /**
   * Which order the person saw: another one meanwhile must not be overwritten unseen. After a
   * refusal what was typed stays, and so does what it was typed over, until the page is loaded
   * anew.
   */
  public String getSeen() {
    return actions.getProblem() == null ? now() : asked.getParameter("seen");
  }

  private String now() {
    RequestView view = page.getView();
    return Integer.toHexString(Objects.hash(view.order().toString(), view.services().toString()));
  }

  public List<Choice> getCoverages() {
    if (names == null) {
      names = payers.list(current.caller());
    }
    return page.getCovered().stream()
        .map(
            c ->
                new Choice(
                    c.id().toString(),
                    names.stream()
                            .filter(p -> p.id().equals(c.terms().payerId()))
                            .map(PayerView::name)
                            .findFirst()
                            .orElse("A payer")
                        + ", "
                        + c.terms().rank()
                        + ", member "
                        + c.numbers().memberId()))
        .toList();
  }

  public void change() {
    actions.doing(
        "changed",
        () -> {
          if (!now().equals(asked.getParameter("seen"))) {
            throw Problem.of(
                ErrorCode.STALE,
                "Somebody changed the order meanwhile. Nothing was changed; look at it first.");
          }
          RequestView now = page.getView();
          requests.change(current.caller(), now.id(), now.version(), wanted(now));
        });
  }

  private Change wanted(RequestView now) {
    return new Change(
        null,
        UUID.fromString(coverage),
        null,
        null,
        Priority.of(priority),
        null,
        getLines().stream()
            .filter(OrderLine::filled)
            .map(line -> line.service(now.services()))
            .toList());
  }

  public String getPriority() {
    return priority == null ? page.getView().order().priority().word() : priority;
  }

  public void setPriority(String priority) {
    this.priority = priority;
  }

  public String getCoverage() {
    return coverage == null ? page.getView().order().coverageId().toString() : coverage;
  }

  public void setCoverage(String coverage) {
    this.coverage = coverage;
  }
}
