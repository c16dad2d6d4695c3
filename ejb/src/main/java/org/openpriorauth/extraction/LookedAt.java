package org.openpriorauth.extraction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openpriorauth.calibration.Draw;
import org.openpriorauth.calibration.Source;
import org.openpriorauth.calibration.model.CalibrationRepository;
import org.openpriorauth.calibration.model.CalibrationRepository.Looked;
import org.openpriorauth.calibration.model.ReadValueRepository;
import org.openpriorauth.calibration.model.ReadValueRepository.Value;
import org.openpriorauth.chart.model.DocumentRepository;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.extraction.ExtractionService.PageView;
import org.openpriorauth.extraction.ExtractionService.Verdict;
import org.openpriorauth.extraction.ReadDocument.ReadField;
import org.openpriorauth.kernel.ClinicId;

/**
 * Notes which values were read and what people found of those that they looked at, without a word
 * of them: calibrations and the figures of the reading are made of it. Of the values that are used
 * with nobody asked, some are chosen by chance to be checked, or nothing would be known of them.
 */
@ApplicationScoped
public class LookedAt {
  @Inject CalibrationRepository calibrations;
  @Inject ReadValueRepository values;
  @Inject ClinicRepository clinics;
  @Inject DocumentRepository documents;
  @Inject Clock clock;

  /** In place of what an earlier reading of the document found. */
  void count(
      ClinicId id, UUID document, List<Findings.Stored> fields, List<PageReader.Page> pages) {
    Clinic clinic = clinics.get(id);
    Map<Integer, Source> sources =
        pages.stream()
            .collect(Collectors.toMap(PageReader.Page::number, p -> Source.ofPage(p.source())));
    values.replace(
        id,
        document,
        fields.stream()
            .map(Findings.Stored::unsaid)
            .map(f -> value(clinic, f, sources.get(f.found().evidence().page())))
            .toList(),
        clock.instant());
  }

  private static Value value(Clinic clinic, ReadField field, Source source) {
    return new Value(
        field.id(),
        field.found().name(),
        source.word(),
        confidence(field),
        field.unasked(clinic.unseenFrom()),
        drawn(clinic, field));
  }

  private static boolean drawn(Clinic clinic, ReadField field) {
    return field.unasked(clinic.unseenFrom()) && Draw.chooses(field.id(), clinic.checkShare());
  }

  /** The chosen ones of the pages that count, at which nobody looked yet. */
  static Set<UUID> toCheck(Clinic clinic, ReadDocument read, List<PageView> pages) {
    Set<Integer> counting =
        pages.stream()
            .filter(PageView::counts)
            .map(PageView::number)
            .collect(Collectors.toUnmodifiableSet());
    return counting.isEmpty()
        ? Set.of()
        : read.fields().stream()
            .filter(f -> f.said() == null && counting.contains(f.found().evidence().page()))
            .filter(f -> drawn(clinic, f))
            .map(ReadField::id)
            .collect(Collectors.toUnmodifiableSet());
  }

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
                        confidence(field),
                        said.verdict(),
                        isRight(field, said),
                        chance(clinics.get(clinic), field)),
                    clock.instant()));
  }

  private static Double confidence(ReadField field) {
    return field.certainty() == null ? null : field.certainty().confidence();
  }

  /**
   * How likely a person was asked for it: always, where it would not be used unseen; else as often
   * as chance chooses. Null where somebody looked whom nobody had asked: such looks fall on what
   * seems wrong, and would make the rest look worse than it is.
   */
  static Double chance(Clinic clinic, ReadField field) {
    if (!field.unasked(clinic.unseenFrom())) {
      return 1.0;
    }
    return drawn(clinic, field) ? clinic.checkShare() : null;
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
