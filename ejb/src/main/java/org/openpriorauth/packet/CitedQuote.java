package org.openpriorauth.packet;

import java.util.Objects;
import org.openpriorauth.kernel.Evidence;

/**
 * Words of a document, and where they stand.
 *
 * @param quote verbatim, but for what a person put right, which says so
 * @param place in the chart, where the words are found again
 */
public record CitedQuote(Citation citation, String quote, Evidence place) {
  public CitedQuote {
    Objects.requireNonNull(citation);
    Objects.requireNonNull(place);
    quote = Given.required(quote, "quote");
  }
}
