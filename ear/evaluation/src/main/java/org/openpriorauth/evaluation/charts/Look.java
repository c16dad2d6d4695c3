package org.openpriorauth.evaluation.charts;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.openpriorauth.samples.Options;

/** How a layout's pages look, from its {@code @page} line. Lengths in points. */
record Look(Options options, PDFont regular, PDFont strong) {
  /** The faces are carried along, but for {@code bare}, as many programs leave Helvetica out. */
  static Look of(PDDocument document, Options options) throws IOException {
    return switch (options.text("font", "helv")) {
      case "times" -> carried(document, options, "Serif");
      case "courier" -> carried(document, options, "Mono");
      case "bare" -> new Look(options, bare(FontName.HELVETICA), bare(FontName.HELVETICA_BOLD));
      default -> carried(document, options, "Sans");
    };
  }

  private static PDFont bare(FontName name) {
    return new PDType1Font(name);
  }

  private static Look carried(PDDocument document, Options options, String family)
      throws IOException {
    return new Look(options, font(document, family + "-Regular"), font(document, family + "-Bold"));
  }

  private static PDFont font(PDDocument document, String name) throws IOException {
    return PDType0Font.load(document, Faces.named(name), true);
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
