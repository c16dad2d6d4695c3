package org.openpriorauth.samples;

import java.awt.Color;

/** How a document looks: typeface, size, accent colour, margin, manner of headings. */
record Style(
    Typeface face, float size, Color accent, float margin, String heading, Options options) {

  static Style of(Options page) {
    return new Style(
        Typeface.named(page.text("font", "helv")),
        page.number("size", 9.5f),
        Color.decode(page.text("accent", "#000000")),
        page.number("margin", 48),
        page.text("heading", "rule"),
        page);
  }

  Prose prose() {
    return new Prose(face, size);
  }

  Prose prose(float scale) {
    return new Prose(face, size * scale);
  }

  /** The accent, mixed with white. */
  Color tint(float share) {
    return new Color(
        mix(accent.getRed(), share), mix(accent.getGreen(), share), mix(accent.getBlue(), share));
  }

  private static int mix(int part, float share) {
    return Math.round(255 - (255 - part) * share);
  }
}
