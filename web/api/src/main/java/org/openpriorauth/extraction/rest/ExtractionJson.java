package org.openpriorauth.extraction.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.calibration.Certainty;
import org.openpriorauth.chart.ReadingFailure;
import org.openpriorauth.extraction.Composition;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.extraction.ReadingService;
import org.openpriorauth.kernel.Evidence;
import org.openpriorauth.kernel.ProblemView;

/**
 * What was read in a document.
 *
 * @param status queued, read, quarantined or failed
 * @param parts the documents that came together in it, in order
 * @param announcedPages what its cover sheet says, itself included, if that is not what came
 * @param problem why it could not be read and what to do, or null
 * @param conflicts names of fields for which the document gives values that contradict each other:
 *     whose it is ({@code patient.birth_date}, {@code patient.mrn}) and {@code service.laterality}
 */
public record ExtractionJson(
    UUID documentId,
    String status,
    ProblemView problem,
    boolean takenOut,
    TypeJson documentType,
    List<PartJson> parts,
    Integer announcedPages,
    List<PageJson> pages,
    List<FieldJson> fields,
    List<String> conflicts,
    List<String> warnings,
    List<Integer> quarantinedPages) {

  /**
   * @param confidence the rules' score, 0 to 1, not calibrated
   */
  public record TypeJson(String value, double confidence) {}

  /**
   * One of the documents that came together.
   *
   * @param type null if none is plain
   * @param confidence the rules' score for its kind and its bounds
   */
  public record PartJson(String type, int firstPage, int lastPage, double confidence) {}

  /**
   * @param source text, ocr, mixed, image or handwriting
   * @param rotation clockwise degrees that brought the page upright
   * @param language ISO 639-1 of a page that is not English: nothing is taken from its sentences
   * @param patientMatch yes, no, unknown or conflict; accepted or rejected when a person says so
   */
  public record PageJson(
      int number, String source, int rotation, String language, String patientMatch) {
    static PageJson of(ExtractionService.PageView page, Composition made) {
      return new PageJson(
          page.number(), page.source(), page.rotation(), made.language(page.number()), match(page));
    }
  }

  /**
   * @param confidence 0 to 1: so many of a hundred such values are right; where {@code calibration}
   *     is null, the rules' score, which only ranks
   * @param calibration null: too little is known of such fields
   * @param toCheck chosen by chance: a person is asked whether it was read rightly, and nothing
   *     waits for the answer
   */
  public record FieldJson(
      UUID id,
      String name,
      String value,
      String normalized,
      String group,
      double confidence,
      CalibrationJson calibration,
      String assertion,
      List<String> flags,
      List<Evidence> evidence,
      String extractedBy,
      VerificationJson verification,
      boolean toCheck) {}

  /**
   * What a confidence rests on.
   *
   * @param n looked-at values that it was made from
   * @param ece its error on values that had no part in it
   */
  public record CalibrationJson(String id, int n, double ece) {
    static CalibrationJson of(Certainty certainty) {
      return certainty == null
          ? null
          : new CalibrationJson(certainty.calibration(), certainty.n(), certainty.ece());
    }
  }

  public record VerificationJson(
      String verdict, String value, String reason, Instant at, UUID by) {}

  static ExtractionJson of(ExtractionService.View view) {
    var document = view.document();
    var read = view.read();
    var made = read == null ? Composition.UNKNOWN : read.composition();
    return new ExtractionJson(
        document.id(),
        document.state().word(),
        ReadingFailure.explained(document.problem()),
        view.takenOut(),
        read == null ? null : new TypeJson(read.type(), read.typeScore()),
        parts(made),
        made.announced(),
        view.pages().stream().map(p -> PageJson.of(p, made)).toList(),
        read == null
            ? List.of()
            : read.fields().stream()
                .map(f -> field(f, read.extractedBy(), view.toCheck().contains(f.id())))
                .toList(),
        view.conflicts(),
        document.flags(),
        open(view.pages()));
  }

  /** Of a document that is not kept. */
  static ExtractionJson of(ReadingService.Answer answer) {
    var read = answer.read();
    return new ExtractionJson(
        read.documentId(),
        "read",
        null,
        false,
        new TypeJson(read.type(), read.typeScore()),
        parts(read.composition()),
        read.composition().announced(),
        answer.pages().stream().map(p -> PageJson.of(p, read.composition())).toList(),
        read.fields().stream().map(f -> field(f, read.extractedBy(), false)).toList(),
        answer.conflicts(),
        answer.warnings(),
        open(answer.pages()));
  }

  private static List<PartJson> parts(Composition made) {
    return made.parts().stream()
        .map(p -> new PartJson(p.type(), p.first(), p.last(), p.confidence()))
        .toList();
  }

  private static List<Integer> open(List<ExtractionService.PageView> pages) {
    return pages.stream()
        .filter(ExtractionService.PageView::open)
        .map(ExtractionService.PageView::number)
        .toList();
  }

  private static String match(ExtractionService.PageView page) {
    if (page.rejected()) {
      return "rejected";
    }
    return page.accepted() ? "accepted" : page.owner().word();
  }

  private static FieldJson field(ReadField field, String extractedBy, boolean toCheck) {
    var found = field.found();
    var said = field.said();
    return new FieldJson(
        field.id(),
        found.name(),
        found.value(),
        found.normalized(),
        found.group(),
        field.certainty() == null ? found.score() : field.certainty().confidence(),
        CalibrationJson.of(field.certainty()),
        found.assertion(),
        found.flags(),
        List.of(found.evidence()),
        extractedBy,
        said == null
            ? null
            : new VerificationJson(
                said.verdict(), field.changedTo(), field.reason(), said.madeAt(), said.madeBy()),
        toCheck);
  }
}
