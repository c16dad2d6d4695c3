package org.openpriorauth.calibration;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openpriorauth.calibration.model.CalibrationRepository;
import org.openpriorauth.calibration.model.CalibrationRepository.Looked;
import org.openpriorauth.calibration.model.CalibrationRepository.Made;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.wire.json.Json;

/**
 * Makes a clinic's own calibration of what its people found of fields that they looked at, and says
 * how far the claims of late are from what they found. No clinic learns from another: what its
 * senders write like is its own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CalibrationService {
  private static final int MOST = 20_000;

  /** What is recent: about a week of a busy clinic. */
  private static final int RECENT = 500;

  private static final int FOLDS = 10;

  @Inject Calibrations calibrations;
  @Inject CalibrationRepository repository;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param n claims that were looked at, of the latest five hundred fields that people were asked
   *     for
   * @param error how far they were from what people found, each as often as it stands for others
   */
  public record Rolling(int n, double error) {}

  /** Does nothing where too little was looked at, or nothing that says something new. */
  @Requires("operations:change")
  public void refit(Caller caller) {
    Calibration shipped = calibrations.shipped();
    List<Sample> samples =
        repository.asked(caller.clinic(), shipped.extractedBy(), MOST).stream()
            .map(CalibrationService::sample)
            .toList();
    Instant now = clock.instant();
    String id = "clinic " + LocalDate.ofInstant(now, ZoneOffset.UTC);
    Calibration own = Fit.of(id, samples, shipped);
    boolean known =
        calibrations.of(caller.clinic(), shipped.extractedBy()).all().stream()
            .anyMatch(c -> c.cells().equals(own.cells()));
    if (own.cells().isEmpty() || known) {
      return;
    }
    repository.keep(caller.clinic(), own.extractedBy(), new Made(id, Json.text(own), now));
    Map<String, Object> detail = Map.of("calibration", id, "looked_at", samples.size());
    audited.fire(
        new Audited(caller, "calibration.make", "clinic", caller.clinic().value(), detail));
  }

  @Requires("checks:read")
  public Rolling rolling(Caller caller) {
    ClaimError error = new ClaimError();
    List<Looked> claimed =
        repository.asked(caller.clinic(), calibrations.shipped().extractedBy(), RECENT).stream()
            .filter(l -> l.confidence() != null)
            .toList();
    claimed.forEach(l -> error.add(l.confidence(), l.right(), 1 / l.chance()));
    return new Rolling(claimed.size(), error.value());
  }

  private static Sample sample(Looked looked) {
    // A document's pages come from one sender, and its fields are right or wrong together.
    String fold = "documents " + Math.floorMod(looked.document().hashCode(), FOLDS);
    return new Sample(
        looked.name(),
        Source.valueOf(looked.source().toUpperCase(Locale.ROOT)),
        looked.score(),
        looked.right(),
        fold,
        1 / looked.chance());
  }
}
