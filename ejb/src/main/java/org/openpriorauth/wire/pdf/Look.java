package org.openpriorauth.wire.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The type of what we print: one family, five sizes, and the measures of a letter page in points.
 */
public final class Look {
  public static final float PAGE_WIDTH = 612;
  public static final float PAGE_HEIGHT = 792;
  public static final float LEFT = 60;
  public static final float RIGHT = PAGE_WIDTH - LEFT;
  public static final float WIDTH = RIGHT - LEFT;

  /** Where a page's own text begins and ends, from the top edge. */
  public static final float TOP = 84;

  public static final float BOTTOM = 726;

  public static final float BLACK = 0;
  public static final float QUIET = 0.32f;
  public static final float HAIRLINE = 0.5f;

  public final Style display;
  public final Style title;
  public final Style heading;
  public final Style body;
  public final Style strong;
  public final Style small;
  public final Style smallStrong;
  public final Style quote;
  public final Style label;
  public final Style stamp;

  public Look(PDDocument document) throws IOException {
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
