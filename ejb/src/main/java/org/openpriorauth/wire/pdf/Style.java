package org.openpriorauth.wire.pdf;

/**
 * How a run of text looks.
 *
 * @param size in points
 * @param ink 0 is black, 1 is white: a fax has nothing between, so text stays near black
 */
public record Style(Face face, float size, float ink) {
  public float width(String text) {
    return face.width(text, size);
  }

  /** From baseline to baseline. */
  public float leading() {
    return Math.round(size * 1.4f * 2) / 2f;
  }
}
