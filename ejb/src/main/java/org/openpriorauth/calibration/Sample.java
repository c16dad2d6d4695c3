package org.openpriorauth.calibration;

import java.util.List;

/**
 * A value that was read, and whether somebody who looked found it right. No text is kept with it.
 *
 * @param name the field's, e.g. {@code patient.birth_date}
 * @param score the rules', 0 to 1
 * @param fold what belongs together, a layout or a document: an error is only measured on folds
 *     that had no part in the fitting
 * @param weight for how many values it stands: one that chance chose with 1 in 20 stands for twenty
 */
public record Sample(
    String name, Source source, double score, boolean right, String fold, double weight) {
  /** Of values that were all looked at. */
  public Sample(String name, Source source, double score, boolean right, String fold) {
    this(name, source, score, right, fold, 1);
  }

  /** How many values of equal weight say as much as these (Kish, Survey Sampling, 1965). */
  static double effective(List<Sample> samples) {
    double weight = samples.stream().mapToDouble(Sample::weight).sum();
    double squares = samples.stream().mapToDouble(s -> s.weight() * s.weight()).sum();
    return samples.isEmpty() ? 0 : weight * weight / squares;
  }

  /** What its field is about, e.g. {@code patient}. */
  public String kind() {
    return kind(name);
  }

  static String kind(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
