package org.openpriorauth.calibration;

/**
 * A value that was read, and whether somebody who looked found it right. No text is kept with it.
 *
 * @param name the field's, e.g. {@code patient.birth_date}
 * @param score the rules', 0 to 1
 * @param fold what belongs together, a layout or a document: an error is only measured on folds
 *     that had no part in the fitting
 */
public record Sample(String name, Source source, double score, boolean right, String fold) {
  /** What its field is about, e.g. {@code patient}. */
  public String kind() {
    return kind(name);
  }

  static String kind(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
