package org.openpriorauth.evaluation.charts;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.openpriorauth.samples.Options;

/** How a layout's pages look, from its {@code @page} line. Lengths in points. */
record Look(Options options, PDFont regular, PDFont strong) {
  static Look of(Options options) {
    return switch (options.text("font", "helv")) {
      case "times" -> new Look(options, font(FontName.TIMES_ROMAN), font(FontName.TIMES_BOLD));
      case "courier" -> new Look(options, font(FontName.COURIER), font(FontName.COURIER_BOLD));
      default -> new Look(options, font(FontName.HELVETICA), font(FontName.HELVETICA_BOLD));
    };
  }

  private static PDFont font(FontName name) {
    return new PDType1Font(name);
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
