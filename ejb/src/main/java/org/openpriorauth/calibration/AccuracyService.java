package org.openpriorauth.calibration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openpriorauth.calibration.model.ReadValueRepository;
import org.openpriorauth.calibration.model.ReadValueRepository.Counted;
import org.openpriorauth.calibration.model.ReadValueRepository.Of;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/** How well documents are read for a clinic: counts and shares, nothing of a patient. */
@Stateless
public class AccuracyService {
  private static final int MOST_DAYS = 366;

  @Inject ReadValueRepository values;
  @Inject ClinicRepository clinics;
  @Inject Clock clock;

  /**
   * What was read from the first of these days to the last, and what people found of it since.
   *
   * @param least of fewer looked-at values no share is said
   * @param kinds groups of fields, such as patient or drug
   * @param sources text and ocr
   * @param claims what was claimed against what was found, by twentieths
   */
  public record Accuracy(
      LocalDate from,
      LocalDate to,
      double unseenFrom,
      double checkShare,
      int least,
      Figure all,
      List<Figure> kinds,
      List<Figure> fields,
      List<Figure> sources,
      List<Figure> months,
      List<Figure.Band> claims) {}

  /**
   * In one query.
   *
   * @param from null: a year back
   * @param to null: today; days of the clinic
   * @throws Problem INVALID
   */
  @Requires("clinic:read")
  public Accuracy get(Caller caller, LocalDate from, LocalDate to) {
    Clinic clinic = clinics.get(caller.clinic());
    ZoneId zone = clinic.zone();
    LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), zone) : to;
    LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.invalid(
          "/from", "range", "Ask for a time of 1 to %d days.".formatted(MOST_DAYS));
    }
    List<Counted> counts =
        values.counts(
            caller.clinic(),
            first.atStartOfDay(zone).toInstant(),
            last.plusDays(1).atStartOfDay(zone).toInstant(),
            zone);
    List<Counted> all = counts.stream().filter(c -> c.of() == Of.ALL).toList();
    return new Accuracy(
        first,
        last,
        clinic.unseenFrom(),
        clinic.checkShare(),
        Share.LEAST,
        Figure.of(null, all),
        figures(counts, Of.KIND),
        figures(counts, Of.FIELD),
        figures(counts, Of.SOURCE),
        figures(counts, Of.MONTH),
        Figure.bands(all));
  }

  /** In the order of their names. */
  private static List<Figure> figures(List<Counted> counts, Of of) {
    Map<String, List<Counted>> byName = new LinkedHashMap<>();
    counts.stream()
        .filter(c -> c.of() == of)
        .forEach(c -> byName.computeIfAbsent(c.name(), n -> new ArrayList<>()).add(c));
    return byName.entrySet().stream().map(e -> Figure.of(e.getKey(), e.getValue())).toList();
  }
}
