package org.openpriorauth.packet.pdfbox;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The packet's type: one family, five sizes, and the measures of a letter page in points. */
final class Look {
  static final float PAGE_WIDTH = 612;
  static final float PAGE_HEIGHT = 792;
  static final float LEFT = 60;
  static final float RIGHT = PAGE_WIDTH - LEFT;
  static final float WIDTH = RIGHT - LEFT;

  /** Where a page's own text begins and ends, from the top edge. */
  static final float TOP = 84;

  static final float BOTTOM = 726;

  static final float BLACK = 0;
  static final float QUIET = 0.32f;
  static final float HAIRLINE = 0.5f;

  final Style display;
  final Style title;
  final Style heading;
  final Style body;
  final Style strong;
  final Style small;
  final Style smallStrong;
  final Style quote;
  final Style label;
  final Style stamp;

  Look(PDDocument document) throws IOException {
    Face regular = Face.of(document, "Regular");
    Face bold = Face.of(document, "Bold");
    Face italic = Face.of(document, "Italic");
    display = new Style(bold, 22, BLACK);
    title = new Style(bold, 16, BLACK);
    heading = new Style(bold, 10.5f, BLACK);
    body = new Style(regular, 10.5f, BLACK);
    strong = new Style(bold, 10.5f, BLACK);
    small = new Style(regular, 9, BLACK);
    smallStrong = new Style(bold, 9, BLACK);
    quote = new Style(italic, 9, BLACK);
    label = new Style(regular, 9, QUIET);
    stamp = new Style(regular, 8, BLACK);
  }
}
