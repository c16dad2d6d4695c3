package org.openpriorauth.letter.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.openpriorauth.door.view.CurrentPerson;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.letter.LetterService;
import org.openpriorauth.packet.LetterKind;
import org.openpriorauth.packet.model.LetterRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.view.Acted;
import org.openpriorauth.priorauth.view.RequestPage;

/** Which letter is written, and whether it still may be; its words come through the servlet. */
@Named
@RequestScoped
public class LetterPage {
  private static final List<PriorAuthState> REFUSED =
      List.of(PriorAuthState.DENIED, PriorAuthState.PARTIALLY_APPROVED, PriorAuthState.APPEALED);

  @Inject HttpServletRequest asked;
  @Inject CurrentPerson current;
  @Inject RequestPage page;
  @Inject LetterService letters;

  private List<LetterRepository.Row> written;

  void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Acted acted) {
    written = null;
  }

  /** The statement's where the address names no other. */
  public String getKind() {
    try {
      return LetterKind.of(String.valueOf(asked.getParameter("kind"))).word();
    } catch (Problem e) {
      return LetterKind.NECESSITY.word();
    }
  }

  public boolean isAppeal() {
    return getKind().equals(LetterKind.APPEAL.word());
  }

  public String getTitle() {
    return isAppeal() ? "Appeal letter" : "Statement of medical necessity";
  }

  /** Whether this person may save a version now. */
  public boolean isMayWrite() {
    return page.isMayChange() && (isAppeal() ? isAppealable() : page.isSettleable());
  }

  /** Whether the payer refused something that an appeal could answer. */
  public boolean isAppealable() {
    return REFUSED.contains(page.getView().state());
  }

  /** Whether there is something to write from: what the chart says was held against the rules. */
  public boolean isBegun() {
    return page.getRow().openItems() != null;
  }

  /** What somebody wrote of the statement, or null. */
  public LetterRepository.Row getStatement() {
    return row(LetterKind.NECESSITY);
  }

  public LetterRepository.Row getAppealed() {
    return row(LetterKind.APPEAL);
  }

  private LetterRepository.Row row(LetterKind kind) {
    if (written == null) {
      written = letters.list(current.caller(), page.getId());
    }
    return written.stream().filter(r -> r.kind().equals(kind.word())).findFirst().orElse(null);
  }
}
