package org.openpriorauth.wire.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** ClaimResponses and OperationOutcomes as records. */
final class ResponseReader {
  private ResponseReader() {}

  /**
   * Reads a ClaimResponse.
   *
   * @param companions the other resources of its Bundle
   */
  static PasAnswer.Answered answered(ClaimResponse from, List<Resource> companions) {
    Notes notes = new Notes(from);
    ItemReader reader = new ItemReader(from, notes);
    PasAnswer.ItemDecision whole = reader.whole();
    List<PasAnswer.ItemDecision> items = reader.items();
    List<PasAnswer.BusinessError> errors =
        Texts.each(from.getError()).map(error -> error(error, notes)).toList();
    return new PasAnswer.Answered(
        claims(from),
        Texts.orNull(from.getRequest().getReference()),
        Texts.orNull(from.getPreAuthRef()),
        Texts.period(from.getPreAuthPeriod()),
        Texts.of(from.getOutcomeElement()),
        humanReviewed(from),
        whole,
        items,
        errors,
        InformationReader.read(companions),
        others(from, notes));
  }

  static PasAnswer.Refused refused(OperationOutcome from) {
    return new PasAnswer.Refused(Texts.each(from.getIssue()).map(ResponseReader::issue).toList());
  }

  /** The request's numbers: {@code request} names the Claim, {@code identifier} repeats them. */
  private static List<PasIdentifier> claims(ClaimResponse from) {
    Set<PasIdentifier> numbers = new LinkedHashSet<>();
    numbers.add(Texts.number(from.getRequest().getIdentifier()));
    Texts.each(from.getIdentifier()).map(Texts::number).forEach(numbers::add);
    numbers.remove(null);
    return List.copyOf(numbers);
  }

  private static List<String> others(ClaimResponse from, Notes notes) {
    List<String> others = new ArrayList<>();
    String disposition = Texts.of(from.getDisposition());
    if (!disposition.isEmpty()) {
      others.add(disposition);
    }
    others.addAll(notes.others());
    return others;
  }

  private static boolean humanReviewed(ClaimResponse from) {
    return Texts.each(from.getExtension())
        .filter(e -> Pas.REVIEWER.equals(e.getUrl()))
        .flatMap(e -> Texts.extension(e, "wasHumanReviewedFlag").stream())
        .map(Extension::getValue)
        .anyMatch(value -> value instanceof BooleanType flag && flag.booleanValue());
  }

  private static PasAnswer.BusinessError error(ClaimResponse.ErrorComponent from, Notes notes) {
    Extension element = Texts.extension(from, Pas.ERROR_ELEMENT).orElseGet(Extension::new);
    String words =
        Texts.extension(element, "processNote")
            .map(e -> notes.of(Texts.sequence(e.getValue())))
            .orElse("");
    return new PasAnswer.BusinessError(
        Texts.of(Texts.coding(from.getCode()).getCode()),
        words.isEmpty() ? Texts.words(from.getCode()) : words,
        Texts.extensionCode(from, Pas.ERROR_FOLLOW_UP),
        Texts.extensionText(element, "error"),
        Texts.extensionText(from, Pas.ERROR_PATH));
  }

  private static PasAnswer.Issue issue(OperationOutcome.OperationOutcomeIssueComponent from) {
    String text = Texts.words(from.getDetails());
    String place = String.join(", ", Texts.each(from.getExpression()).map(Texts::of).toList());
    return new PasAnswer.Issue(
        Texts.of(from.getSeverityElement()),
        Texts.of(from.getCodeElement()),
        text.isEmpty() ? Texts.of(from.getDiagnostics()) : text,
        Texts.of(place));
  }
}
