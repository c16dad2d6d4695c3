package org.openpriorauth.kernel;

import java.util.List;
import java.util.UUID;

/**
 * Where something stands: every extracted field, verdict and sentence of a letter carries it.
 *
 * @param page 1 for the first
 * @param start first character in the page's text
 * @param end one past the last
 * @param box fractions of the upright page, from the top left: x, y, width, height; empty if the
 *     place is not known
 * @param quote the characters themselves
 */
public record Evidence(
    UUID documentId, int page, int start, int end, List<Double> box, String quote) {
  public Evidence {
    box = List.copyOf(box);
  }
}
