package org.openpriorauth.extraction;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openpriorauth.calibration.Calibrations;
import org.openpriorauth.calibration.Certainty;
import org.openpriorauth.calibration.Source;
import org.openpriorauth.extraction.FieldExtractor.Field;

/** How certain the fields of a reading are, by the calibrations in force when it is made. */
final class Certain {
  private final Calibrations.InForce calibrations;
  private final Map<Integer, Source> sources;

  Certain(Calibrations.InForce calibrations, List<PageReader.Page> pages) {
    this.calibrations = calibrations;
    this.sources =
        pages.stream()
            .collect(Collectors.toMap(PageReader.Page::number, p -> Source.ofPage(p.source())));
  }

  /** Null if too little is known of such fields. */
  Certainty of(Field field) {
    Source source = sources.get(field.evidence().page());
    return calibrations.certainty(field.name(), source, field.score()).orElse(null);
  }
}
