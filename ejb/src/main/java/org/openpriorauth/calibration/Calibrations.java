package org.openpriorauth.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpriorauth.calibration.model.CalibrationRepository;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.wire.json.Json;

/** The calibrations in force: a clinic's own, then the product's. */
@ApplicationScoped
public class Calibrations {
  private final Calibration shipped = Calibration.shipped();

  @Inject CalibrationRepository made;

  /** What scores of one version of the rules are worth: the first that knows a field says it. */
  public record InForce(List<Calibration> all) {
    public InForce {
      all = List.copyOf(all);
    }

    /** Empty if too little is known of such fields. */
    public Optional<Certainty> certainty(String name, Source source, double score) {
      return all.stream().flatMap(c -> c.certainty(name, source, score).stream()).findFirst();
    }
  }

  public InForce of(ClinicId clinic, String extractedBy) {
    return new InForce(
        Stream.concat(
                made.latest(clinic, extractedBy).map(Calibrations::read).stream(),
                shipped(extractedBy).all().stream())
            .toList());
  }

  /** Without what any clinic knows. */
  public InForce shipped(String extractedBy) {
    return new InForce(shipped.extractedBy().equals(extractedBy) ? List.of(shipped) : List.of());
  }

  Calibration shipped() {
    return shipped;
  }

  private static Calibration read(CalibrationRepository.Made made) {
    return Json.read(made.content().getBytes(StandardCharsets.UTF_8), Calibration.class);
  }
}
