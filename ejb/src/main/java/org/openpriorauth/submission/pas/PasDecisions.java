package org.openpriorauth.submission.pas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openpriorauth.submission.Decision;
import org.openpriorauth.submission.Decision.Line;
import org.openpriorauth.submission.Decision.Outcome;
import org.openpriorauth.wire.fhir.PasAnswer.Answered;
import org.openpriorauth.wire.fhir.PasAnswer.Authorised;
import org.openpriorauth.wire.fhir.PasAnswer.InformationRequest;
import org.openpriorauth.wire.fhir.PasAnswer.ItemDecision;
import org.openpriorauth.wire.fhir.PasAnswer.Period;
import org.openpriorauth.wire.fhir.PasAnswer.Reason;

/** Reads a PAS answer in the product's words; status comes from the review actions (PAS-20). */
final class PasDecisions {
  private PasDecisions() {}

  static Decision of(Answered answered) {
    List<Line> lines = new ArrayList<>();
    if (answered.items().isEmpty() && answered.whole() != null) {
      lines.add(line(answered.whole(), answered));
    }
    answered.items().forEach(item -> lines.add(line(item, answered)));
    return new Decision(
        answered.claims().stream().flatMap(c -> uuid(c.value()).stream()).toList(),
        answered.preAuthRef(),
        lines,
        answered.asks().stream().map(PasDecisions::ask).toList(),
        answered.notes());
  }

  /** Review action codes, X12 306; anything else needs a person. */
  private static Outcome outcome(String action) {
    return switch (action) {
      case "A1" -> Outcome.APPROVED;
      case "A2" -> Outcome.PARTIAL;
      case "A3" -> Outcome.DENIED;
      case "A4" -> Outcome.PENDED;
      case "A6" -> Outcome.CHANGED;
      case "C" -> Outcome.CANCELLED;
      case "NA" -> Outcome.NOT_REQUIRED;
      default -> Outcome.UNCLEAR;
    };
  }

  private static Line line(ItemDecision item, Answered answered) {
    Period period =
        Stream.of(item.period(), answered.preAuthPeriod())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(new Period(null, null));
    Authorised authorised = item.authorised();
    List<String> reasons =
        item.reasons().stream().map(PasDecisions::reason).filter(t -> !t.isBlank()).toList();
    // A payer often says the same beside the code and in a note.
    List<String> all =
        Stream.concat(
                reasons.stream(),
                item.notes().stream().filter(n -> reasons.stream().noneMatch(r -> r.endsWith(n))))
            .filter(text -> !text.isBlank())
            .distinct()
            .toList();
    return new Line(
        item.sequence(),
        item.action(),
        outcome(item.action()),
        item.authorizationNumber(),
        authorised == null || authorised.code().isEmpty() ? null : authorised.code(),
        authorised == null ? null : authorised.units(),
        period.start(),
        period.end(),
        all,
        item.added());
  }

  private static String reason(Reason reason) {
    return (reason.code() + " " + reason.text()).strip();
  }

  private static String ask(InformationRequest ask) {
    return ask.text().isBlank() ? "Document " + ask.code() : ask.text();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
