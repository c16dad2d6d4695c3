package org.openpriorauth.extraction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.openpriorauth.calibration.Source;
import org.openpriorauth.calibration.model.CalibrationRepository;
import org.openpriorauth.calibration.model.CalibrationRepository.Looked;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.extraction.ExtractionService.Verdict;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.ClinicId;

/**
 * Notes what people found of the fields that they looked at, without a word of them: calibrations
 * are made of it.
 */
@ApplicationScoped
public class LookedAt {
  @Inject CalibrationRepository calibrations;
  @Inject DocumentRepository documents;
  @Inject Clock clock;

  void note(ClinicId clinic, ReadDocument read, ReadField field, Verdict said) {
    int page = field.found().evidence().page();
    documents.shapes(clinic, List.of(read.documentId())).stream()
        .filter(p -> p.number() == page)
        .map(p -> Source.ofPage(p.source()))
        .findFirst()
        .ifPresent(
            source ->
                calibrations.note(
                    clinic,
                    read.extractedBy(),
                    new Looked(
                        field.id(),
                        read.documentId(),
                        field.found().name(),
                        source.word(),
                        field.found().score(),
                        field.certainty() == null ? null : field.certainty().confidence(),
                        isRight(field, said)),
                    clock.instant()));
  }

  /** Who types what stands there already found it right. */
  static boolean isRight(ReadField field, Verdict said) {
    return said.verdict().equals("accepted")
        || said.verdict().equals("changed")
            && (same(said.value(), field.found().value())
                || same(said.value(), field.found().normalized()));
  }

  private static boolean same(String put, String read) {
    return read != null && put.strip().equalsIgnoreCase(read.strip());
  }
}
