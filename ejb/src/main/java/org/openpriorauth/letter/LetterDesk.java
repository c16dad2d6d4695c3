package org.openpriorauth.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.criteria.Matched;
import org.openpriorauth.criteria.Verdict;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.letter.LetterView.Hole;
import org.openpriorauth.packet.AppealLetter;
import org.openpriorauth.packet.CheckedLetter;
import org.openpriorauth.packet.Denial;
import org.openpriorauth.packet.Letter;
import org.openpriorauth.packet.LetterCheck;
import org.openpriorauth.packet.LetterGround;
import org.openpriorauth.packet.LetterGrounds;
import org.openpriorauth.packet.LetterKind;
import org.openpriorauth.packet.LetterText;
import org.openpriorauth.packet.NecessityStatement;
import org.openpriorauth.packet.PacketSource;
import org.openpriorauth.submission.Decision;
import org.openpriorauth.submission.Determinations;
import org.openpriorauth.submission.SubmissionService;

/** Lays out what a letter's writer needs: the template of today, the check, the payer's no. */
@ApplicationScoped
class LetterDesk {
  private static final List<Decision.Outcome> REFUSING =
      List.of(Decision.Outcome.DENIED, Decision.Outcome.PARTIAL, Decision.Outcome.CHANGED);

  @Inject PacketSource source;
  @Inject LetterGrounds grounds;
  @Inject SubmissionService submissions;

  /**
   * Everything about one letter on one day.
   *
   * @param denial null for a statement
   */
  record Desk(PacketSource.Known known, LetterGround ground, Letter template, Denial denial) {
    CheckedLetter check(LetterText text) {
      List<String> quoted = denial == null ? List.of() : denial.reasons();
      return new LetterCheck(ground, template, quoted)
          .of(text.template() ? LetterText.of(template) : text);
    }

    Map<UUID, String> names() {
      return known.names().stream()
          .collect(Collectors.toMap(DocumentView::id, DocumentView::fileName));
    }

    /** Needed by the rules or not, what is not shown is worth knowing. */
    List<Hole> holes() {
      return known.assessment().criteria().stream()
          .filter(c -> c.verdict() != Verdict.MET)
          .map(Desk::hole)
          .toList();
    }

    private static Hole hole(Matched.Criterion criterion) {
      return new Hole(
          criterion.text(), criterion.verdict().word(), criterion.why(), criterion.ask());
    }
  }

  /**
   * @throws Problem PA_NOT_FOUND, NOT_ASSESSED; for an appeal NOT_DETERMINED, PA_ILLEGAL_MOVE if
   *     nothing was denied
   */
  Desk of(Caller caller, UUID request, LetterKind kind) {
    PacketSource.Known known = source.of(caller, request);
    LetterGround ground = grounds.of(caller, known);
    if (kind == LetterKind.NECESSITY) {
      return new Desk(known, ground, NecessityStatement.of(ground.facts()), null);
    }
    Denial denial = denial(caller, known);
    return new Desk(known, ground, AppealLetter.of(ground.facts(), denial), denial);
  }

  private Denial denial(Caller caller, PacketSource.Known known) {
    return submissions.determinations(caller, known.request().id()).stream()
        .filter(Determinations.Said::applied)
        .filter(said -> said.decision().lines().stream().anyMatch(l -> refuses(l)))
        .findFirst()
        .map(said -> denial(said, known))
        .orElseThrow(
            () ->
                Problem.of(
                    ErrorCode.PA_ILLEGAL_MOVE, "The payer denied nothing that could be appealed."));
  }

  private static Denial denial(Determinations.Said said, PacketSource.Known known) {
    List<String> reasons = new ArrayList<>();
    said.decision().lines().stream()
        .filter(LetterDesk::refuses)
        .flatMap(l -> l.reasons().stream())
        .distinct()
        .forEach(reasons::add);
    // One that stands inside another is not said twice.
    reasons.removeIf(r -> reasons.stream().anyMatch(o -> !o.equals(r) && o.contains(r)));
    LocalDate on = LocalDate.ofInstant(said.receivedAt(), known.clinic().zone());
    return new Denial(reasons, said.decision().notes(), on);
  }

  private static boolean refuses(Decision.Line line) {
    return REFUSING.contains(line.outcome());
  }
}
