package org.openpriorauth.samples;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A family of the fourteen fonts that every PDF reader has. */
record Typeface(PDFont regular, PDFont bold, PDFont italic) {

  static Typeface named(String family) {
    return switch (family) {
      case "helv" -> of(FontName.HELVETICA, FontName.HELVETICA_BOLD, FontName.HELVETICA_OBLIQUE);
      case "times" -> of(FontName.TIMES_ROMAN, FontName.TIMES_BOLD, FontName.TIMES_ITALIC);
      case "courier" -> of(FontName.COURIER, FontName.COURIER_BOLD, FontName.COURIER_OBLIQUE);
      default -> throw new IllegalArgumentException("No such typeface: " + family);
    };
  }

  private static Typeface of(FontName regular, FontName bold, FontName italic) {
    return new Typeface(new PDType1Font(regular), new PDType1Font(bold), new PDType1Font(italic));
  }

  PDFont font(Weight weight) {
    return switch (weight) {
      case REGULAR -> regular;
      case BOLD -> bold;
      case ITALIC -> italic;
    };
  }

  float width(String text, Weight weight, float size) throws IOException {
    float boxes = text.chars().filter(c -> c == Prose.CHECKED || c == Prose.UNCHECKED).count();
    String plain = Prose.withoutBoxes(text);
    return font(weight).getStringWidth(plain) / 1000 * size + boxes * size * Prose.BOX;
  }

  enum Weight {
    REGULAR,
    BOLD,
    ITALIC
  }
}
