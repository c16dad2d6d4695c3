package org.openpriorauth.coding.model;

import java.time.LocalDate;

/**
 * A line of a code set.
 *
 * @param billable false for a heading, which stands for the codes below it
 * @param from the code's own first day inside its edition, or null
 * @param to its last one, or null
 */
public record MedicalCode(
    String code,
    boolean billable,
    String shortDescription,
    String description,
    LocalDate from,
    LocalDate to) {
  public boolean inForceOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
