package org.openpriorauth.evaluation.reading;

import java.util.List;
import java.util.Optional;
import org.openpriorauth.calibration.Calibrations;
import org.openpriorauth.calibration.Certainty;
import org.openpriorauth.evaluation.reading.Judged.Given;
import org.openpriorauth.evaluation.reading.Judged.Verdict;

/**
 * What the product says of its certainty, held against what was right.
 *
 * @param calibrated of what was given, the share of which anything is said
 * @param error the expected calibration error of it
 * @param unseen of what was given, the share that would be used without a person at the threshold
 *     that a clinic has from the start
 * @param unseenRight of that, the share that is right
 */
record Certainties(double calibrated, double error, double unseen, double unseenRight) {
  private static final double THRESHOLD = 0.95;

  /**
   * @param said 0 to 1
   */
  record Claim(double said, boolean right) {}

  static Certainties of(List<Judged> judged, Calibrations.InForce calibrations) {
    int given = judged.stream().mapToInt(j -> singles(j).size()).sum();
    List<Claim> claims = judged.stream().flatMap(j -> claims(j, calibrations).stream()).toList();
    List<Claim> unseen = claims.stream().filter(c -> c.said() >= THRESHOLD).toList();
    return new Certainties(
        Line.share(claims.size(), given),
        Calibration.error(claims),
        Line.share(unseen.size(), given),
        Line.share((int) unseen.stream().filter(Claim::right).count(), unseen.size()));
  }

  private static List<Claim> claims(Judged judged, Calibrations.InForce calibrations) {
    return singles(judged).stream().flatMap(g -> claim(judged, g, calibrations).stream()).toList();
  }

  private static Optional<Claim> claim(
      Judged judged, Given given, Calibrations.InForce calibrations) {
    return calibrations
        .certainty(given.name(), Samples.source(judged, given), given.score())
        .map(Certainty::confidence)
        .map(said -> new Claim(said, given.verdict() == Verdict.RIGHT));
  }

  private static List<Given> singles(Judged judged) {
    return judged.given().stream().filter(Samples::single).toList();
  }
}
