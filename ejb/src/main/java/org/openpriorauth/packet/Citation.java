package org.openpriorauth.packet;

/**
 * A place that the payer can turn to.
 *
 * @param document the label of a document in the packet, 1 or more
 * @param page of that document, 1 for the first
 */
public record Citation(int document, int page) {
  public Citation {
    if (document < 1 || page < 1) {
      throw new IllegalArgumentException("document " + document + " page " + page);
    }
  }

  /** As it is printed; the space does not break. */
  @Override
  public String toString() {
    return "[" + document + "\u00a0p." + page + "]";
  }
}
