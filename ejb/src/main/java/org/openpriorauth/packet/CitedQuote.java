package org.openpriorauth.packet;

import java.util.Objects;

/**
 * Words of a document, and where they stand.
 *
 * @param quote verbatim, but for what a person put right, which says so
 */
public record CitedQuote(Citation citation, String quote) {
  public CitedQuote {
    Objects.requireNonNull(citation);
    quote = Given.required(quote, "quote");
  }
}
