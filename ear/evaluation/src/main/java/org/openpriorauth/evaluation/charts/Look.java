package org.openpriorauth.evaluation.charts;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.openpriorauth.samples.Options;

/** How a layout's pages look, from its {@code @page} line. Lengths in points. */
record Look(Options options, PDFont regular, PDFont strong) {
  /** Helvetica is left to the reader, as many programs do; the others are carried along. */
  static Look of(PDDocument document, Options options) throws IOException {
    return switch (options.text("font", "helv")) {
      case "times" -> carried(document, options, "Serif");
      case "courier" -> carried(document, options, "Mono");
      case "sans" -> carried(document, options, "Sans");
      default ->
          new Look(
              options,
              new PDType1Font(FontName.HELVETICA),
              new PDType1Font(FontName.HELVETICA_BOLD));
    };
  }

  private static Look carried(PDDocument document, Options options, String family)
      throws IOException {
    return new Look(options, font(document, family + "-Regular"), font(document, family + "-Bold"));
  }

  private static PDFont font(PDDocument document, String name) throws IOException {
    String file = "/liberation/Liberation" + name + ".ttf";
    try (InputStream in = Look.class.getResourceAsStream(file)) {
      return PDType0Font.load(document, in);
    }
  }

  float size() {
    return options.number("size", 9.5f);
  }

  float margin() {
    return options.number("margin", 48);
  }

  float leading() {
    return options.number("leading", 1.24f);
  }

  float pageWidth() {
    return options.number("width", 612);
  }

  float pageHeight() {
    return options.number("height", 792);
  }

  String heading() {
    return options.text("heading", "bold");
  }

  Color accent() {
    return Color.decode(options.text("accent", "#000000"));
  }

  PDFont font(boolean bold) {
    return bold ? strong : regular;
  }

  float width(String text, boolean bold, float size) throws IOException {
    long boxes = text.chars().filter(c -> c == Run.TICKED || c == Run.EMPTY).count();
    String plain = text.replace("" + Run.TICKED, "").replace("" + Run.EMPTY, "");
    return font(bold).getStringWidth(plain) / 1000 * size + boxes * size;
  }
}
