package org.openpriorauth.wire.pdf;

/**
 * A stretch of text in one style.
 *
 * @param target what it leads to, as {@link Ink} is told to find it, or null
 */
public record Run(String text, Style style, Object target) {
  public Run {
    text = style.face().printable(text);
  }

  public Run(String text, Style style) {
    this(text, style, null);
  }
}
