package org.openpriorauth.packet;

import java.time.LocalDate;
import java.util.List;

/**
 * A payer's no, in its own words.
 *
 * @param reasons with their codes, as the payer wrote them
 * @param notes what else it said
 * @param on in the clinic's zone
 */
public record Denial(List<String> reasons, List<String> notes, LocalDate on) {
  public Denial {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }
}
