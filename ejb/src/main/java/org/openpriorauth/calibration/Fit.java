package org.openpriorauth.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes a calibration of values that were looked at. A field with enough values has a curve of its
 * own, drawn to the wider one the more the fewer they are; the others share one with fields of
 * their kind, then with what is left. Of fewer than a hundred nothing is said.
 *
 * <p>People look at what is doubtful, so what they looked at is no fair picture of all. Each value
 * is therefore counted as often as it stands for others: 1 / p times, where p is the chance with
 * which a person was asked for it (Horvitz and Thompson, 1952; shares by the sum of the weights,
 * Hájek, 1971). What was looked at unasked has no such chance and is left out. How much unequal
 * weights say is counted as Kish does (1965). What remains: values that are not used and that
 * nothing rests on are asked for by nobody, and a chosen value at which nobody looked is taken to
 * be like those that were looked at.
 */
public final class Fit {
  /** Fewer values are not calibrated. */
  public static final int LEAST = 100;

  private static final double PRIOR = 50;

  private final Calibration wider;

  private Fit(Calibration wider) {
    this.wider = wider;
  }

  /** Of labelled documents: curves are drawn to that of all values of their source. */
  public static Calibration of(String id, String extractedBy, List<Sample> samples) {
    return of(id, samples, new Calibration(id, extractedBy, List.of()));
  }

  /**
   * Of what people looked at in one clinic.
   *
   * @param wider what curves are drawn to, and followed above the scores that people looked at
   */
  public static Calibration of(String id, List<Sample> samples, Calibration wider) {
    Fit fit = new Fit(wider);
    List<Cell> cells = new ArrayList<>();
    for (Source source : Source.values()) {
      List<Sample> all = samples.stream().filter(s -> s.source() == source).toList();
      groups(all).forEach((fields, own) -> cells.add(fit.cell(fields, own, all)));
    }
    return new Calibration(id, wider.extractedBy(), cells);
  }

  private static Map<List<String>, List<Sample>> groups(List<Sample> all) {
    Map<List<String>, List<Sample>> groups = new LinkedHashMap<>();
    List<Sample> rest = new ArrayList<>();
    Map<String, List<Sample>> names = by(all, Sample::name);
    List<Sample> thin = new ArrayList<>();
    names.forEach((name, of) -> (of.size() < LEAST ? thin : put(groups, name)).addAll(of));
    by(thin, Sample::kind)
        .forEach((kind, of) -> (of.size() < LEAST ? rest : put(groups, kind)).addAll(of));
    if (rest.size() >= LEAST) {
      groups.put(List.copyOf(by(rest, Sample::kind).keySet()), rest);
    }
    return groups;
  }

  private static List<Sample> put(Map<List<String>, List<Sample>> groups, String fields) {
    List<Sample> of = new ArrayList<>();
    groups.put(List.of(fields), of);
    return of;
  }

  private static Map<String, List<Sample>> by(List<Sample> samples, Function<Sample, String> key) {
    return samples.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private Cell cell(List<String> fields, List<Sample> own, List<Sample> all) {
    Source source = own.get(0).source();
    return new Cell(
        fields,
        source.word(),
        own.size(),
        Math.round(error(fields, own, all) * 1000) / 1000.0,
        curve(fields, own, all));
  }

  private Curve curve(List<String> fields, List<Sample> own, List<Sample> all) {
    Optional<Curve> known =
        all.isEmpty()
            ? Optional.empty()
            : wider.cell(fields.get(0), all.get(0).source()).map(Cell::curve);
    double n = Sample.effective(own);
    double weight = n / (n + PRIOR);
    double highest = own.stream().mapToDouble(Sample::score).max().orElse(0);
    return Curve.of(own).towards(known.orElseGet(() -> Curve.of(all)), weight, highest);
  }

  /** Each fold is foretold by the others alone. */
  private double error(List<String> fields, List<Sample> own, List<Sample> all) {
    ClaimError error = new ClaimError();
    by(own, Sample::fold)
        .forEach(
            (fold, left) -> {
              Predicate<Sample> others = s -> !s.fold().equals(fold);
              Curve curve =
                  curve(
                      fields,
                      own.stream().filter(others).toList(),
                      all.stream().filter(others).toList());
              left.forEach(s -> error.add(curve.at(s.score()), s.right(), s.weight()));
            });
    return error.value();
  }
}
