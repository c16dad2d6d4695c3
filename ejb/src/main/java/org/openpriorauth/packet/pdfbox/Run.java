package org.openpriorauth.packet.pdfbox;

import org.openpriorauth.packet.Citation;

/**
 * A stretch of text in one style.
 *
 * @param target a page that it leads to, or null
 */
record Run(String text, Style style, Citation target) {
  Run {
    text = style.face().printable(text);
  }

  Run(String text, Style style) {
    this(text, style, null);
  }
}
