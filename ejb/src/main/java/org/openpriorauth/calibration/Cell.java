package org.openpriorauth.calibration;

import java.util.List;

/**
 * What is known of some fields that were come by in one way.
 *
 * @param fields names such as {@code patient.name}, or kinds such as {@code patient}
 * @param source text or ocr
 * @param n values that it was made from
 * @param ece expected calibration error over ten bins, on folds that had no part in the fitting
 */
public record Cell(List<String> fields, String source, int n, double ece, Curve curve) {
  public Cell {
    fields = List.copyOf(fields);
  }
}
