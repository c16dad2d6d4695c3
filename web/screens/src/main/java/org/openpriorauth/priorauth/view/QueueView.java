package org.openpriorauth.priorauth.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.door.view.Times;
import org.openpriorauth.door.view.Words;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.tracking.QueueService;
import org.openpriorauth.tracking.model.QueueRepository;

/** The first screen: what waits. Two queries a page, however many rows. */
@Named
@RequestScoped
public class QueueView {
  private static final int ROWS = 50;
  private static final Map<String, List<String>> GROUPS =
      Map.of(
          "ours",
          List.of(
              "DRAFT",
              "REVIEW",
              "READY",
              "SUBMISSION_FAILED",
              "INFO_REQUESTED",
              "DENIED",
              "PARTIALLY_APPROVED"),
          "payer",
          List.of("SUBMITTING", "SUBMITTED", "PENDED", "APPEALED"));

  @Inject QueueService queue;
  @Inject PatientService patients;
  @Inject CurrentPerson current;
  @Inject Times times;
  @Inject Words words;
  @Inject HttpServletRequest request;

  private List<QueueRow> rows;
  private boolean more;

  /** One request as the table shows it. */
  public record QueueRow(QueueRepository.Row row, PatientIdentity patient, NextAction next) {}

  /** A choice of the filter. */
  public record Choice(String value, String label) {}

  /** Asked before the rows: what comes while they are read is seen with the next look. */
  public String getMark() {
    return queue.mark(current.caller(), null);
  }

  public List<QueueRow> getRows() {
    if (rows == null) {
      rows = load();
    }
    return rows;
  }

  /** Some roles have other work than requests. */
  public boolean isAllowed() {
    return current.may("pa:read") && current.may("patient:read");
  }

  /** The role would have them, but for the training that is not noted. */
  public boolean isUntrained() {
    return current.may(Requires.UNTRAINED + "pa:read");
  }

  private List<QueueRow> load() {
    List<QueueRepository.Row> page =
        queue.page(current.caller(), states(), (getPage() - 1) * ROWS, ROWS + 1);
    more = page.size() > ROWS;
    List<QueueRepository.Row> shown = page.subList(0, Math.min(ROWS, page.size()));
    Set<UUID> ids = shown.stream().map(QueueRepository.Row::patientId).collect(Collectors.toSet());
    Map<UUID, PatientIdentity> who =
        ids.isEmpty() ? Map.of() : patients.identities(current.caller(), List.copyOf(ids));
    return shown.stream()
        .map(r -> new QueueRow(r, who.get(r.patientId()), NextAction.of(r, times)))
        .toList();
  }

  private List<String> states() {
    String show = getShow();
    if (GROUPS.containsKey(show)) {
      return GROUPS.get(show);
    }
    return Arrays.stream(PriorAuthState.values())
        .map(PriorAuthState::name)
        .filter(show::equals)
        .toList();
  }

  public String getShow() {
    String show = request.getParameter("show");
    return show == null ? "" : show;
  }

  public int getPage() {
    String page = request.getParameter("page");
    return page != null && page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
  }

  public boolean isMore() {
    getRows();
    return more;
  }

  /** Every state with its words, for the filter; who must act comes first. */
  public List<Choice> getChoices() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("", "All");
    choices.put("ours", "For us to do");
    choices.put("payer", "With the payer");
    for (PriorAuthState state : PriorAuthState.values()) {
      choices.put(state.name(), words.of(state.name()));
    }
    return choices.entrySet().stream().map(c -> new Choice(c.getKey(), c.getValue())).toList();
  }

  /** Where the row's next action is done. */
  public String address(QueueRow of) {
    return address(of.row().id(), of.next(), current.may("pa:submit"));
  }

  static String address(UUID id, NextAction next, boolean maySend) {
    if (!next.place().equals("packet")) {
      return "request.xhtml?id=" + id + "#" + next.place();
    }
    return maySend ? "packet.xhtml?id=" + id : "request.xhtml?id=" + id + "#packet-section";
  }
}
