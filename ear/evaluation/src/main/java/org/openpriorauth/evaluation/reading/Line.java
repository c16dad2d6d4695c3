package org.openpriorauth.evaluation.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Predicate;
import org.openpriorauth.evaluation.reading.Judged.Given;
import org.openpriorauth.evaluation.reading.Judged.Missed;
import org.openpriorauth.evaluation.reading.Judged.Verdict;

/**
 * Figures of a field, or of a group of them.
 *
 * @param given values that were given
 * @param right of them
 * @param invented of them, those of a field that the document does not have
 * @param proven of them, those whose evidence is on the page
 * @param labelled values that were to be given
 * @param abstained of them, those whose field was left empty
 */
record Line(
    String name, int given, int right, int invented, int proven, int labelled, int abstained) {

  static Line of(String name, List<Judged> judged, Predicate<String> fields) {
    List<Given> given =
        judged.stream()
            .flatMap(j -> j.given().stream())
            .filter(g -> fields.test(g.name()))
            .toList();
    List<Missed> missed =
        judged.stream()
            .flatMap(j -> j.missed().stream())
            .filter(m -> fields.test(m.name()))
            .toList();
    int right = count(given, g -> g.verdict() == Verdict.RIGHT);
    return new Line(
        name,
        given.size(),
        right,
        count(given, g -> g.verdict() == Verdict.INVENTED),
        count(given, Given::proven),
        right + missed.size(),
        count(missed, Missed::abstained));
  }

  private static <T> int count(List<T> of, Predicate<T> which) {
    return (int) of.stream().filter(which).count();
  }

  /** Of what was given, the share that is right; 1 where nothing was given. */
  @JsonProperty
  double precision() {
    return share(right, given);
  }

  /** Of what was to be given, the share that was; 1 where there was nothing. */
  @JsonProperty
  double recall() {
    return share(right, labelled);
  }

  @JsonProperty
  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  @JsonProperty
  double inventedRate() {
    return given == 0 ? 0 : (double) invented / given;
  }

  @JsonProperty
  double evidenceRight() {
    return share(proven, given);
  }

  @JsonProperty
  double abstention() {
    return labelled == 0 ? 0 : (double) abstained / labelled;
  }

  static double share(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
