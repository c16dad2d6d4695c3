package org.openpriorauth.submission.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.priorauth.OrderedService;
import org.openpriorauth.priorauth.view.Acted;
import org.openpriorauth.priorauth.view.RequestPage;
import org.openpriorauth.submission.Decision;
import org.openpriorauth.submission.Determinations.Said;
import org.openpriorauth.submission.SubmissionService;
import org.openpriorauth.submission.SubmissionService.SubmissionView;

/** What was sent, and what the payer said of each item. */
@Named
@RequestScoped
public class SubmissionsPanel {
  @Inject SubmissionService submissions;
  @Inject CurrentPerson current;
  @Inject RequestPage page;

  private List<SubmissionView> sent;
  private List<Said> said;

  /** A requested item beside what was authorised. */
  public record ItemLine(int sequence, OrderedService asked, Decision.Line answer) {}

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Acted acted) {
    sent = null;
    said = null;
  }

  public List<SubmissionView> getSent() {
    if (sent == null) {
      sent = submissions.ofRequest(current.caller(), page.getId());
    }
    return sent;
  }

  /** Everything that the payer said, the newest first. */
  public List<Said> getSaid() {
    if (said == null) {
      List<Said> found =
          RequestPage.orNull(() -> submissions.determinations(current.caller(), page.getId()));
      said = found == null ? List.of() : found;
    }
    return said;
  }

  /** The latest word that was followed, or null. */
  public Said getLatest() {
    return getSaid().stream().filter(Said::applied).findFirst().orElse(null);
  }

  /** What the payer said that the request's state did not allow: a person must look. */
  public List<Said> getConflicts() {
    return getSaid().stream().filter(s -> !s.applied()).toList();
  }

  public List<ItemLine> getItems() {
    List<OrderedService> asked = page.getView().services();
    return java.util.stream.IntStream.rangeClosed(1, asked.size())
        .mapToObj(i -> new ItemLine(i, asked.get(i - 1), answer(i)))
        .toList();
  }

  private Decision.Line answer(int sequence) {
    return getLatest() == null
        ? null
        : getLatest().decision().lines().stream()
            .filter(l -> !l.added() && (l.sequence() == sequence || l.sequence() == 0))
            .findFirst()
            .orElse(null);
  }

  /** The payer's reasons; one that stands inside another is not said twice. */
  public List<String> reasons(Decision.Line line) {
    return line.reasons().stream()
        .filter(r -> line.reasons().stream().noneMatch(o -> !o.equals(r) && o.contains(r)))
        .distinct()
        .toList();
  }

  /** Items that the payer added. */
  public List<Decision.Line> getAdded() {
    return getLatest() == null
        ? List.of()
        : getLatest().decision().lines().stream().filter(Decision.Line::added).toList();
  }
}
